//! The Fluent files are embedded: a changed or a new one means building again.

fn main() {
    #[allow(clippy::print_stdout)] // how a build script speaks to cargo
    {
        println!("cargo:rerun-if-changed=../../locales");
    }
}
