//! The parts of the document for a screen reader: what is a heading, a list, the cell of a table.

use krilla::geom::Rect;
use krilla::tagging::Node as Child;
use krilla::tagging::{BBox, Identifier, TagGroup, TagKind, TagTree};

use crate::text::language::Language;

/// A part, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node(usize);

/// All parts, in reading order.
#[derive(Clone, Default)]
pub(crate) struct Structure {
    nodes: Vec<Part>,
    roots: Vec<Node>,
}

#[derive(Clone)]
struct Part {
    kind: TagKind,
    children: Vec<Entry>,
}

#[derive(Clone)]
enum Entry {
    Part(Node),
    Content(Identifier),
}

impl Structure {
    /// Adds a part at the top.
    pub(crate) fn root(&mut self, kind: impl Into<TagKind>) -> Node {
        let node = self.node(kind.into());
        self.roots.push(node);
        node
    }

    /// Adds a part within another one, after what it has already.
    pub(crate) fn child(&mut self, parent: Node, kind: impl Into<TagKind>) -> Node {
        let node = self.node(kind.into());
        self.nodes[parent.0].children.push(Entry::Part(node));
        node
    }

    /// Says that something painted belongs to a part.
    pub(crate) fn content(&mut self, node: Node, content: Identifier) {
        self.nodes[node.0].children.push(Entry::Content(content));
    }

    /// Says where a figure stands.
    pub(crate) fn bounds(&mut self, node: Node, page: usize, rect: Rect) {
        if let TagKind::Figure(figure) = &mut self.nodes[node.0].kind {
            *figure = figure.clone().with_bbox(Some(BBox::new(page, rect)));
        }
    }

    /// Returns the tree for the file.
    pub(crate) fn tree(&self, language: Language) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.code().to_owned()));
        for root in &self.roots {
            tree.push(self.group(*root));
        }
        tree
    }

    fn node(&mut self, kind: TagKind) -> Node {
        self.nodes.push(Part { kind, children: Vec::new() });
        Node(self.nodes.len() - 1)
    }

    fn group(&self, node: Node) -> TagGroup {
        let part = &self.nodes[node.0];
        let children = part.children.iter().map(|entry| match entry {
            Entry::Part(child) => Child::Group(self.group(*child)),
            Entry::Content(content) => Child::Leaf(*content),
        });
        TagGroup::with_children(part.kind.clone(), children.collect())
    }
}
