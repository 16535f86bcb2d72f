//! The words for backups, merging and salvage.

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

#[derive(clap::Args, Debug)]
pub(crate) struct MergeArgs {
    /// The other copy: a backup, or the vault of another device.
    pub(crate) file: PathBuf,
    /// Says what would come in, and changes nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Reads the passphrase of the other copy from a file, where it is another one.
    #[arg(long, value_name = "FILE")]
    pub(crate) other_passphrase_file: Option<PathBuf>,
    /// Reads the recovery code of the other copy from a file.
    #[arg(long, value_name = "FILE", conflicts_with = "other_passphrase_file")]
    pub(crate) recovery_code_file: Option<PathBuf>,
}

#[derive(clap::Args, Debug)]
pub(crate) struct KeepArgs {
    /// The number of the thing, as `conflicts` shows it.
    pub(crate) thing: usize,
    /// The number of the copy that stays.
    pub(crate) copy: usize,
}
