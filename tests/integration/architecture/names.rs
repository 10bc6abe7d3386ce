//! The names that code uses, each in full: through `use` in all its forms, through aliases, on the spot, in macros.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, ExprMethodCall, File, ImplItem, Item, ItemMod, ItemUse, Path, UseTree};

use crate::architecture::source::{attributes, for_tests, is_condition_of_tests};

/// A name and the line where it stands.
pub(super) struct Name {
    /// The name, in full where that can be told: `std::fs::read`, `crate::model::id::Id`.
    pub(super) path: String,
    /// The line, counted from 1.
    pub(super) line: usize,
}

impl Name {
    /// Tells whether this name is another one or lies below it.
    pub(super) fn is_within(&self, path: &str) -> bool {
        self.path.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    }
}

/// Collects names; what only tests have is left out.
pub(super) struct Names {
    /// The module whose code is looked at, from the root.
    module: Vec<String>,
    /// What `use` gave a short name, in full.
    known: BTreeMap<String, Vec<String>>,
    names: Vec<Name>,
    methods: Vec<Name>,
    /// A first look only learns the short names, for they hold above their `use` as well.
    learning: bool,
}

impl Names {
    /// Returns the names that a file uses and the methods that it calls.
    pub(super) fn of(module: &[String], file: &File) -> (Vec<Name>, Vec<Name>) {
        let mut names = Self {
            module: module.to_vec(),
            known: BTreeMap::new(),
            names: Vec::new(),
            methods: Vec::new(),
            learning: true,
        };
        names.visit_file(file);
        names.learning = false;
        names.visit_file(file);
        (names.names, names.methods)
    }

    /// Writes a path in full.
    fn full(&self, path: &[String]) -> Vec<String> {
        let mut path = path.to_vec();
        // A short name may stand for what begins with another one, but hardly for one behind five others.
        for _ in 0..5 {
            match path.first().and_then(|first| self.known.get(first)) {
                Some(meant) if meant.first() != path.first() => path = [meant, &path[1..]].concat(),
                _ => break,
            }
        }
        let root = || std::iter::once("crate".to_owned());
        match path.first().map(String::as_str) {
            Some("self") => root().chain(self.module.iter().cloned()).chain(path[1..].iter().cloned()).collect(),
            Some("super") => {
                let ups = path.iter().take_while(|part| *part == "super").count();
                let above = &self.module[..self.module.len().saturating_sub(ups)];
                root().chain(above.iter().cloned()).chain(path[ups..].iter().cloned()).collect()
            }
            _ => path,
        }
    }

    fn note(&mut self, path: &[String], line: usize) {
        if !self.learning && !path.is_empty() {
            let path = self.full(path).join("::");
            self.names.push(Name { path, line });
        }
    }

    fn import(&mut self, before: &[String], tree: &UseTree) {
        let with = |ident: &Ident| match ident.to_string() {
            itself if itself == "self" && !before.is_empty() => before.to_vec(),
            name => [before, &[name]].concat(),
        };
        match tree {
            UseTree::Path(part) => self.import(&with(&part.ident), &part.tree),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(before, tree)),
            UseTree::Glob(glob) => {
                let line = glob.star_token.spans[0].start().line;
                self.note(&[before, &["*".to_owned()]].concat(), line);
            }
            UseTree::Name(name) => {
                let path = with(&name.ident);
                self.learn(path.last().cloned().unwrap_or_default(), &path);
                self.note(&path, name.ident.span().start().line);
            }
            UseTree::Rename(rename) => {
                let path = with(&rename.ident);
                self.learn(rename.rename.to_string(), &path);
                self.note(&path, rename.ident.span().start().line);
            }
        }
    }

    fn learn(&mut self, short: String, path: &[String]) {
        if self.learning {
            let full = self.full(path);
            self.known.insert(short, full);
        }
    }
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast Item) {
        if !for_tests(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let tested = matches!(item, ImplItem::Fn(function) if for_tests(&function.attrs));
        if !tested {
            visit::visit_impl_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.import(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let parts: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let line = path.segments.first().map_or(0, |segment| segment.ident.span().start().line);
        self.note(&parts, line);
        visit::visit_path(self, path);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if !is_condition_of_tests(attribute, "cfg_attr") {
            visit::visit_attribute(self, attribute);
        }
    }

    // `pub(in crate::room)` grants and does not import.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if !self.learning {
            self.methods.push(Name { path: call.method.to_string(), line: call.method.span().start().line });
        }
        visit::visit_expr_method_call(self, call);
    }

    /// Looks into macros and attributes, whose words are not parsed.
    fn visit_token_stream(&mut self, tokens: &'ast TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut line, mut colons, mut dot) = (0, 0, false);
        for token in tokens.clone() {
            match token {
                TokenTree::Ident(ident) if dot => {
                    if !self.learning {
                        self.methods.push(Name { path: ident.to_string(), line: ident.span().start().line });
                    }
                    (dot, colons) = (false, 0);
                }
                TokenTree::Ident(ident) => {
                    if colons != 2 {
                        self.note(&std::mem::take(&mut path), line);
                        line = ident.span().start().line;
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Punct(mark) => {
                    self.note(&std::mem::take(&mut path), line);
                    (dot, colons) = (mark.as_char() == '.', 0);
                }
                TokenTree::Group(group) => {
                    self.note(&std::mem::take(&mut path), line);
                    (dot, colons) = (false, 0);
                    self.visit_token_stream(&group.stream());
                }
                TokenTree::Literal(_) => {
                    self.note(&std::mem::take(&mut path), line);
                    (dot, colons) = (false, 0);
                }
            }
        }
        self.note(&path, line);
    }
}
