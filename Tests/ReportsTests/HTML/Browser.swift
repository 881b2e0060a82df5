import Foundation

/// A page in headless Chromium, driven by the DevTools protocol over a pipe (`--remote-debugging-pipe`): so the tests see
/// what a reader sees, whatever the page's own policy forbids.
///
/// Tests that need it run where Chromium is found: `CROSSREAD_CHROMIUM`, or `chromium`, `chromium-browser` or
/// `google-chrome` on the PATH.
final class Browser {
  /// Where Chromium is; nothing where there is none.
  static let executable: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let given = environment["CROSSREAD_CHROMIUM"] { return given }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return ["chromium", "chromium-browser", "google-chrome"]
      .flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let process = Process()
  private let folder: URL
  private let requests: FileHandle
  private let answers: FileHandle
  private var buffer = Data()
  private var count = 0
  private var session: String?
  /// The names of what the browser told of itself: `Network.requestWillBeSent`, `Page.javascriptDialogOpening`.
  private(set) var events: [String] = []
  /// The addresses that were asked for.
  private(set) var addresses: [String] = []

  /// Opens a page.
  init(_ html: String, width: Int = 1400, height: Int = 900) throws {
    guard let executable = Self.executable else { throw Failure(description: "no Chromium") }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "crossread-browser-\(UUID().uuidString)")
    self.folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let page = folder.appendingPathComponent("page.html")
    try Data(html.utf8).write(to: page)
    let paths = ["in", "out"].map { folder.appendingPathComponent($0).path }
    for path in paths { mkfifo(path, 0o600) }
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let command =
      "exec \"$0\" --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run "
      + "--disable-background-networking --user-data-dir=\"$1\" --remote-debugging-pipe about:blank "
      + "3<\"$2\" 4>\"$3\" >/dev/null 2>&1"
    process.arguments = [
      "-c", command, executable, folder.appendingPathComponent("profile").path, paths[0], paths[1],
    ]
    // Opened for both, so that neither end waits for the other.
    let descriptors = paths.map { open($0, O_RDWR | O_CLOEXEC) }
    requests = FileHandle(fileDescriptor: descriptors[0], closeOnDealloc: true)
    answers = FileHandle(fileDescriptor: descriptors[1], closeOnDealloc: true)
    try process.run()
    let target = try send("Target.createTarget", ["url": "about:blank"])
    let attached = try send(
      "Target.attachToTarget", ["targetId": target["targetId"] ?? "", "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Network", "Runtime", "Log"] { try send("\(domain).enable") }
    try resize(width: width, height: height)
    try send("Page.navigate", ["url": page.absoluteString])
    try wait(for: "Page.loadEventFired")
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  // MARK: - What a reader does

  func resize(width: Int, height: Int) throws {
    try send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
  }

  /// Shows the page as by such a preference or medium: `dark`, `print`.
  func emulate(scheme: String = "light", medium: String = "") throws {
    try send(
      "Emulation.setEmulatedMedia",
      ["media": medium, "features": [["name": "prefers-color-scheme", "value": scheme]]])
  }

  func turnScriptsOff() throws {
    try send("Emulation.setScriptExecutionDisabled", ["value": true])
    try send("Page.reload")
    try wait(for: "Page.loadEventFired")
  }

  /// Clicks the middle of the first line of an element.
  func click(_ selector: String) throws {
    let place =
      try value(
        """
        (() => { const e = document.querySelector(\(quoted(selector)));
          e.scrollIntoView({block: "center", inline: "center"});
          const r = e.getClientRects()[0]; return [r.x + Math.min(r.width / 2, 40), r.y + r.height / 2]; })()
        """) as? [Double] ?? []
    guard place.count == 2 else { throw Failure(description: "\(selector): not there") }
    for kind in ["mousePressed", "mouseReleased"] {
      try send(
        "Input.dispatchMouseEvent",
        ["type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1])
    }
  }

  func press(_ key: String, code: Int) throws {
    for kind in ["keyDown", "keyUp"] {
      try send(
        "Input.dispatchKeyEvent",
        ["type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code])
    }
  }

  /// What an expression is in the page, beyond the reach of its policy.
  func value(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true])
    if let details = answer["exceptionDetails"] {
      throw Failure(description: "\(expression): \(details)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func texts(_ selector: String) throws -> [String] {
    try value("[...document.querySelectorAll(\(quoted(selector)))].map(e => e.textContent)")
      as? [String] ?? []
  }

  func count(_ selector: String) throws -> Int {
    try value("document.querySelectorAll(\(quoted(selector))).length") as? Int ?? -1
  }

  /// One computed property of style of every element.
  func style(_ property: String, of selector: String) throws -> [String] {
    try value(
      """
      [...document.querySelectorAll(\(quoted(selector)))]
        .map(e => getComputedStyle(e).getPropertyValue(\(quoted(property))))
      """) as? [String] ?? []
  }

  private func quoted(_ text: String) -> String {
    let data =
      (try? JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  // MARK: - The protocol

  @discardableResult
  private func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    count += 1
    var message: [String: Any] = ["id": count, "method": method, "params": parameters]
    if let session { message["sessionId"] = session }
    try requests.write(contentsOf: JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try next()
      guard answer["id"] as? Int == count else { continue }
      if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func wait(for event: String) throws {
    let seen = events.count { $0 == event }
    while events.count(where: { $0 == event }) == seen { _ = try next() }
  }

  /// The next message; messages end in a zero byte.
  private func next() throws -> [String: Any] {
    while true {
      if let end = buffer.firstIndex(of: 0) {
        let message = buffer[buffer.startIndex..<end]
        buffer = Data(buffer[(end + 1)...])
        guard let object = try JSONSerialization.jsonObject(with: message) as? [String: Any] else {
          continue
        }
        note(object)
        return object
      }
      var poll = pollfd(fd: answers.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, 30_000) > 0 else { throw Failure(description: "no answer") }
      buffer += answers.availableData
    }
  }

  private func note(_ message: [String: Any]) {
    guard let method = message["method"] as? String else { return }
    events.append(method)
    let parameters = message["params"] as? [String: Any]
    if let request = parameters?["request"] as? [String: Any], let url = request["url"] as? String {
      addresses.append(url)
    }
  }
}
