//! A file that is open.

use std::fs::{Metadata, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};

use super::gate;

/// An open file, and the path by which it was opened.
#[derive(Debug)]
pub struct File {
    file: std::fs::File,
    path: PathBuf,
}

impl File {
    fn with(call: &'static str, path: &Path, options: &mut OpenOptions) -> io::Result<Self> {
        gate(call, path)?;
        let file = options.open(path)?;
        let path = path.to_owned();
        Ok(Self { file, path })
    }

    /// Opens a file or folder to read.
    pub fn open(path: &Path) -> io::Result<Self> {
        Self::with("open", path, OpenOptions::new().read(true))
    }

    /// Opens to read whatever has the name, without waiting for anything: neither for the writer of a
    /// pipe nor for a device. `follow` a link or fail at it.
    pub fn open_at_once(path: &Path, follow: bool) -> io::Result<Self> {
        gate("open", path)?;
        let mut flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC | OFlags::NOCTTY;
        if !follow {
            flags |= OFlags::NOFOLLOW;
        }
        let file = rustix::fs::open(path, flags, Mode::empty())?.into();
        let path = path.to_owned();
        Ok(Self { file, path })
    }

    /// Makes a file, or empties it.
    pub fn create(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        Self::with(
            "create",
            path,
            options.write(true).create(true).truncate(true),
        )
    }

    /// Makes a file; fails where the name is taken.
    pub fn create_new(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        Self::with("create_new", path, options.write(true).create_new(true))
    }

    /// The same for a file that is nobody else's business.
    pub fn create_new_private(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        Self::with(
            "create_new",
            path,
            private(options.write(true).create_new(true)),
        )
    }

    /// Opens a file to read it and to write at its end; makes it, for its owner alone, if it is not there.
    pub fn append_private(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let options = options.read(true).append(true).create(true);
        Self::with("append", path, private(options))
    }

    /// What it is.
    pub fn metadata(&self) -> io::Result<Metadata> {
        gate("metadata", &self.path)?;
        self.file.metadata()
    }

    /// Fills the bytes with those that begin at `at`, wherever the file is read otherwise.
    pub fn read_exact_at(&self, bytes: &mut [u8], at: u64) -> io::Result<()> {
        gate("read", &self.path)?;
        self.file.read_exact_at(bytes, at)
    }

    /// Waits until nobody else has it locked; it is locked until it is closed.
    pub fn lock(&self) -> io::Result<()> {
        gate("lock", &self.path)?;
        self.file.lock()
    }

    /// Cuts it, or fills it with zeros, to so many bytes.
    pub fn set_len(&self, bytes: u64) -> io::Result<()> {
        gate("set_len", &self.path)?;
        self.file.set_len(bytes)
    }

    /// Returns when its content is on the disk.
    pub fn sync_data(&self) -> io::Result<()> {
        gate("sync_data", &self.path)?;
        self.file.sync_data()
    }

    /// Returns when all of it is on the disk; of a folder, the names in it.
    pub fn sync_all(&self) -> io::Result<()> {
        gate("sync_all", &self.path)?;
        self.file.sync_all()
    }
}

/// Readable and writable by its owner alone, where there are owners.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

impl Read for File {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        gate("read", &self.path)?;
        self.file.read(bytes)
    }
}

impl Write for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        gate("write", &self.path)?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Seek for File {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        gate("seek", &self.path)?;
        self.file.seek(to)
    }
}
