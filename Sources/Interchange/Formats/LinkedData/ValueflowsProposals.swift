/// Which nodes of a graph are intents, and in which proposal each is published.
struct ValueflowsProposals {
  private var proposals: [Int: Int] = [:]
  /// Intents that are what a proposal asks for in return, and so none by themselves.
  private var returns: Set<Int> = []
  /// What an answer of GraphQL gives as intents.
  private let answered: Set<Int>
  private let graph: LinkedGraph

  init(_ graph: LinkedGraph) {
    self.graph = graph
    answered = graph.answers(under: ["intents", "intent", "allIntents"])
    for (index, node) in graph.nodes.enumerated() where node.properties["publishes"] != nil {
      for value in node.properties["publishes"] ?? [] {
        guard let target = graph.index(value) else { continue }
        // Between a proposal and an intent, older versions have a node that tells which ones are in return.
        if let inner = graph.nodes[target].properties["publishes"]?.first.flatMap(graph.index) {
          if case .literal("true")? = graph.nodes[target].properties["reciprocal"]?.first {
            returns.insert(inner)
          } else {
            proposals[inner] = index
          }
        } else if graph.nodes[index].properties["publishedIn"] == nil {
          proposals[target] = proposals[target] ?? index
        }
      }
      for value in node.properties["reciprocal"] ?? [] {
        if let target = graph.index(value) { returns.insert(target) }
      }
    }
  }

  /// The proposal that publishes an intent.
  func proposal(of intent: Int) -> LinkedNode? { proposals[intent].map { LinkedNode(graph, $0) } }

  /// Whether a node is an intent that stands for itself.
  func isIntent(_ index: Int) -> Bool {
    let node = graph.nodes[index]
    guard !returns.contains(index) else { return false }
    if node.types.contains("Intent") || proposals[index] != nil || answered.contains(index) { return true }
    let hasParty = node.properties["provider"] != nil || node.properties["receiver"] != nil
    return node.types.isEmpty && node.properties["action"] != nil && hasParty
  }
}
