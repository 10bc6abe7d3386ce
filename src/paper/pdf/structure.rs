//! The parts of the document for a screen reader: what is a heading, a list, the cell of a table.

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, Node, TagGroup, TagKind, TagTree};

use crate::text::language::Language;

/// A part, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TagNode(usize);

/// All parts, in reading order.
#[derive(Default)]
pub(crate) struct Structure {
    nodes: Vec<TagPart>,
    roots: Vec<TagNode>,
}

/// A part and what it holds.
struct TagPart {
    /// What it is.
    kind: TagKind,
    /// What it holds, in reading order.
    children: Vec<TagChild>,
}

/// Something that a part holds.
enum TagChild {
    /// Another part.
    Part(TagNode),
    /// Something that is painted.
    Content(Identifier),
}

impl Structure {
    /// Adds a part at the top.
    pub(crate) fn root(&mut self, kind: impl Into<TagKind>) -> TagNode {
        let node = self.node(kind.into());
        self.roots.push(node);
        node
    }

    /// Adds a part within another one, after what it has already.
    pub(crate) fn child(&mut self, parent: TagNode, kind: impl Into<TagKind>) -> TagNode {
        let node = self.node(kind.into());
        self.nodes[parent.0].children.push(TagChild::Part(node));
        node
    }

    /// Says that something painted belongs to a part.
    pub(crate) fn content(&mut self, node: TagNode, content: Identifier) {
        self.nodes[node.0].children.push(TagChild::Content(content));
    }

    /// Says where a figure stands.
    pub(crate) fn bounds(&mut self, node: TagNode, page: usize, rect: Rect) {
        if let TagKind::Figure(figure) = &mut self.nodes[node.0].kind {
            *figure = figure.clone().with_bbox(Some(BBox::new(page, rect)));
        }
    }

    /// Makes it the tree for the file.
    pub(crate) fn into_tree(self, language: Language) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.code().to_owned()));
        let mut parts: Vec<Option<TagPart>> = self.nodes.into_iter().map(Some).collect();
        for root in self.roots {
            tree.push(group(&mut parts, root));
        }
        tree
    }

    /// Adds a part that stands nowhere yet.
    fn node(&mut self, kind: TagKind) -> TagNode {
        self.nodes.push(TagPart { kind, children: Vec::new() });
        TagNode(self.nodes.len() - 1)
    }
}

/// Takes a part with all that it holds.
fn group(parts: &mut [Option<TagPart>], node: TagNode) -> TagGroup {
    let TagPart { kind, children } = parts[node.0].take().expect("every part stands in one other, or at the top");
    let children = children.into_iter().map(|child| match child {
        TagChild::Part(child) => Node::Group(group(parts, child)),
        TagChild::Content(content) => Node::Leaf(content),
    });
    TagGroup::with_children(kind, children.collect())
}
