//! The program: everything is in the library.

/// Pages are made of many small pieces of text, on several threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc; // its only home

fn main() -> std::process::ExitCode {
    michinori::cli::run()
}
