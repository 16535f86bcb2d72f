import Foundation

#if os(Linux)
    import Glibc

    /// A disk of a few megabytes in memory, to be filled to the last byte. It is mounted where the system
    /// lets a test do so: as root, as in the lane.
    struct SmallDisk {
        /// Room for a vault of some weeks twice over (judgement).
        private static let bytes = 8 << 20

        let folder: URL
        private var filler: URL { folder.appending(path: "filler") }

        static var canBeMade: Bool {
            guard let disk = SmallDisk() else { return false }
            disk.close()
            return true
        }

        init?() {
            guard let folder = try? newFolder(),
                mount("tmpfs", folder.path, "tmpfs", 0, "size=\(Self.bytes)") == 0
            else { return nil }
            self.folder = folder
        }

        /// Takes what room there is.
        func fill() throws {
            _ = FileManager.default.createFile(atPath: filler.path, contents: nil)
            let file = try FileHandle(forWritingTo: filler)
            defer { try? file.close() }
            while (try? file.write(contentsOf: Data(count: 4096))) != nil {}
        }

        func clear() { try? FileManager.default.removeItem(at: filler) }

        func close() { _ = umount2(folder.path, Int32(MNT_DETACH)) }
    }
#else
    /// Elsewhere a test cannot make one.
    struct SmallDisk {
        static let canBeMade = false
        let folder = URL(filePath: "/")

        init?() { return nil }

        func fill() {}
        func clear() {}
        func close() {}
    }
#endif
