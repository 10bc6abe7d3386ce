//! The order in which the standard (ECMA-376, WordprocessingML) wants the parts of an element.
//!
//! The library writes them in an order of its own; some readers forgive that and others call the file broken.

use crate::paper::docx::xml::Element;
use crate::paper::docx::xml::Node;

/// The properties of a paragraph.
const PARAGRAPH: &str = "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr \
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi \
    adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection \
    textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange";
/// The borders of a paragraph, a table or a cell.
const BORDERS: &str = "top left bottom right between bar insideH insideV tl2br tr2bl";
/// The properties of a run.
const RUN: &str = "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof \
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign \
    rtl cs em lang eastAsianLayout specVanish oMath";
/// The properties of a table.
const TABLE: &str = "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc \
    tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription";
/// The properties of a cell.
const CELL: &str = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign \
    hideMark";
/// A style.
const STYLE: &str = "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat \
    locked personal rsid pPr rPr tblPr trPr tcPr tblStylePr";
/// A level of a list.
const LEVEL: &str = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr";
/// The properties of a section.
const SECTION: &str = "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders \
    lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings";

/// Sorts the parts of an element as the standard wants them; one that it does not know stays behind the others.
pub(super) fn sort(element: &mut Element) {
    let order = match element.name.as_str() {
        "w:pPr" => PARAGRAPH,
        "w:pBdr" | "w:tblBorders" | "w:tcBorders" => BORDERS,
        "w:rPr" => RUN,
        "w:tblPr" => TABLE,
        "w:tcPr" => CELL,
        "w:style" => STYLE,
        "w:lvl" => LEVEL,
        "w:sectPr" => SECTION,
        _ => return,
    };
    element.children.sort_by_key(|child| match child {
        Node::Element(child) => place(order, &child.name),
        Node::Text(_) => usize::MAX,
    });
    element.children.retain(|child| !matches!(child, Node::Element(child) if is_empty(child)));
}

fn place(order: &str, name: &str) -> usize {
    let name = name.strip_prefix("w:").unwrap_or(name);
    order.split_whitespace().position(|known| known == name).unwrap_or(usize::MAX)
}

/// Tells whether an element is a set of properties that says nothing.
fn is_empty(element: &Element) -> bool {
    matches!(element.name.as_str(), "w:rPr" | "w:pPr") && element.children.is_empty()
}

#[cfg(test)]
mod tests {
    use super::sort;
    use crate::paper::docx::xml::Element;

    #[test]
    fn the_properties_of_a_paragraph_stand_as_the_standard_wants_them() {
        let xml = "<w:pPr><w:rPr/><w:jc/><w:pStyle/><w:pBdr/><w:keepNext/></w:pPr>";
        let mut element = Element::read(xml).expect("well formed");
        sort(&mut element);
        assert!(element.write().ends_with("<w:pPr><w:pStyle/><w:keepNext/><w:pBdr/><w:jc/></w:pPr>"));
    }
}
