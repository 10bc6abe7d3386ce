//! The sources as the compiler sees them: one after the other from the roots, without what only tests have.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, ImplItem, Item, ItemImpl, Meta};

use crate::architecture::names::{Name, Names};
use crate::harness::repository;

/// One file of the crate.
pub(super) struct Source {
    /// The file, below `src`.
    pub(super) file: String,
    /// The module that it is, from the root: none for the root itself.
    pub(super) module: Vec<String>,
    /// Tells whether it begins with what it is for.
    pub(super) documented: bool,
    /// How many lines it has beside its tests.
    pub(super) lines: usize,
    /// What it uses, by full name.
    pub(super) names: Vec<Name>,
    /// The methods that it calls.
    pub(super) methods: Vec<Name>,
    /// The items that do not say what they are for, by name.
    pub(super) undocumented: Vec<String>,
    /// How many things everybody may use, and how many only some of the crate may.
    pub(super) visible: (usize, usize),
    /// The modules that stand in files of their own.
    modules: Vec<String>,
}

impl Source {
    /// Reads the text of a module.
    pub(super) fn parse(file: &str, module: &[&str], text: &str) -> Self {
        let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut shape = Shape::default();
        shape.visit_file(&parsed);
        let module: Vec<String> = module.iter().map(|&name| name.to_owned()).collect();
        let (names, methods) = Names::of(&module, &parsed);
        let lines = text.lines().count() - shape.test_lines;
        Self {
            file: file.to_owned(),
            documented: text.starts_with("//! "),
            undocumented: shape.undocumented,
            visible: (shape.public, shape.restricted),
            modules: shape.modules,
            module,
            lines,
            names,
            methods,
        }
    }

    /// The room that this file is in: the first part of its module; none for the roots.
    pub(super) fn room(&self) -> Option<&str> {
        self.module.first().map(String::as_str)
    }

    /// Tells whether this is a module or lies below it, as in `cli::ui`.
    pub(super) fn within(&self, place: &str) -> bool {
        let module = self.module.join("::");
        module == place || module.starts_with(&format!("{place}::"))
    }
}

/// Returns every file of the library and of the program, read once for all tests.
pub(super) fn all() -> &'static [Source] {
    static ALL: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let folder = repository().join("src");
        let mut sources = Vec::new();
        read(&folder, &folder.join("lib.rs"), &[], &mut sources);
        read(&folder, &folder.join("main.rs"), &[], &mut sources);
        sources
    });
    &ALL
}

fn read(folder: &Path, file: &Path, module: &[&str], sources: &mut Vec<Source>) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let name = file.strip_prefix(folder).expect("below src").to_string_lossy().replace('\\', "/");
    let source = Source::parse(&name, module, &text);
    let children = source.modules.clone();
    sources.push(source);
    let within: PathBuf = module.iter().fold(folder.to_owned(), |path, part| path.join(part));
    for child in &children {
        let module = [module, &[child.as_str()]].concat();
        let flat = within.join(format!("{child}.rs"));
        let file = if flat.is_file() { flat } else { within.join(child).join("mod.rs") };
        read(folder, &file, &module, sources);
    }
}

/// Tells whether something is compiled for tests alone.
pub(super) fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| is_condition_of_tests(attribute, "cfg"))
}

/// Tells whether an attribute holds for tests alone: `cfg(test)`, or `cfg_attr(test, …)`.
pub(super) fn is_condition_of_tests(attribute: &Attribute, kind: &str) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let condition = list.tokens.to_string();
    let first = condition.split(',').next().unwrap_or_default().trim();
    list.path.is_ident(kind) && (first == "test" || first.starts_with("all (test"))
}

/// Returns the attributes of an item.
pub(super) fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// Returns the name of an item that is to say what it is for; an import, a module and a method of a trait say it elsewhere.
fn named(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

/// Tells whether something says what it is for. The parser of arguments would take a comment for help: what it derives
/// says it in its attributes.
fn is_documented(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.path().is_ident("doc") || derives_arguments(attribute))
}

/// Tells whether an attribute derives a part of the command line.
fn derives_arguments(attribute: &Attribute) -> bool {
    let Meta::List(list) = &attribute.meta else { return false };
    let derived = list.tokens.to_string();
    let parts = ["Args", "Parser", "Subcommand"];
    list.path.is_ident("derive") && derived.split(',').any(|name| parts.contains(&name.trim()))
}

/// What a file is made of.
#[derive(Default)]
struct Shape {
    modules: Vec<String>,
    undocumented: Vec<String>,
    public: usize,
    restricted: usize,
    test_lines: usize,
}

impl<'ast> Visit<'ast> for Shape {
    fn visit_item(&mut self, item: &'ast Item) {
        if for_tests(attributes(item)) {
            let span = item.span();
            self.test_lines += span.end().line - span.start().line + 1;
            return;
        }
        if let Item::Mod(module) = item {
            assert!(
                !module.attrs.iter().any(|attribute| attribute.path().is_ident("path")),
                "a module of another place"
            );
            if module.content.is_none() {
                self.modules.push(module.ident.to_string());
            }
        }
        if let Some(name) = named(item).filter(|_| !is_documented(attributes(item))) {
            self.undocumented.push(name);
        }
        visit::visit_item(self, item);
    }

    fn visit_item_impl(&mut self, implementation: &'ast ItemImpl) {
        // What a method of a trait is for stands at the trait.
        if implementation.trait_.is_none() {
            let methods = implementation.items.iter().filter_map(|item| match item {
                ImplItem::Fn(method) => Some((&method.attrs, &method.sig.ident)),
                ImplItem::Const(constant) => Some((&constant.attrs, &constant.ident)),
                _ => None,
            });
            let missing = methods.filter(|(attributes, _)| !for_tests(attributes) && !is_documented(attributes));
            self.undocumented.extend(missing.map(|(_, name)| name.to_string()));
        }
        visit::visit_item_impl(self, implementation);
    }

    // What stands within a function is explained by it.
    fn visit_block(&mut self, _: &'ast Block) {}

    fn visit_visibility(&mut self, visibility: &'ast syn::Visibility) {
        match visibility {
            syn::Visibility::Public(_) => self.public += 1,
            syn::Visibility::Restricted(_) => self.restricted += 1,
            syn::Visibility::Inherited => {}
        }
    }
}
