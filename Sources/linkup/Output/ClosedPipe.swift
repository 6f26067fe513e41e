/// The reader of standard output has gone away; that is no error.
struct ClosedPipe: Error {}
