//! The words for backups.

use std::path::PathBuf;

#[derive(clap::Args, Debug)]
pub(crate) struct BackupArgs {
    /// The file; without it, one in the current folder that is called after the moment.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Checks the backup that is there, and writes nothing.
    #[arg(long, requires = "out", conflicts_with = "force")]
    pub(crate) check: bool,
    /// Replaces a file that is there; never a vault.
    #[arg(long)]
    pub(crate) force: bool,
    /// With --check: reads the recovery code from a file, in place of the passphrase.
    #[arg(long, value_name = "FILE", requires = "check")]
    pub(crate) recovery_code_file: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(crate) struct RestoreArgs {
    /// The backup.
    pub(crate) file: PathBuf,
    /// Puts it in the place of the vault that is there, which is kept aside first.
    #[arg(long)]
    pub(crate) force: bool,
    /// Reads the recovery code from a file, in place of the passphrase.
    #[arg(long, value_name = "FILE")]
    pub(crate) recovery_code_file: Option<PathBuf>,
}
