import Glibc

// What libFuzzer calls: see https://llvm.org/docs/LibFuzzer.html. Its own main function stands in its library, and its
// options begin with one hyphen; it passes over ours, which begin with two.

/// Does what is asked before the first input, in the place of fuzzing: `--list`, `--seeds=FOLDER`, `--growth=FOLDER`.
@_cdecl("LLVMFuzzerInitialize")
func initialize(
  _ count: UnsafeMutablePointer<Int32>?,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>?
) -> Int32 {
  do {
    if try Invocation.current.runInPlaceOfFuzzing() { exit(0) }
  } catch {
    Invocation.fail("\(error)")
  }
  return 0
}

/// Gives one input to the target that `--target=` names. What it throws is an answer; only what stops the process is a
/// finding.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let watch = ProcessorTime()
  try? Invocation.current.target.read(bytes)
  // Far more than a slow machine takes for an input this short.
  expect(watch.seconds < 2, "an input of \(count) bytes takes \(watch.seconds) s of processor time")
  return 0
}
