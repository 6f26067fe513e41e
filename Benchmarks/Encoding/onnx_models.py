"""The encoders of the .lkm files as ONNX graphs, for ONNX Runtime on one core."""
import os, tempfile
import numpy as np
import onnx, onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

ALL = np.iinfo(np.int64).max


class Graph:
    """Adds an operator a call: `graph.MatMul(x, weights)` is the name of its result; arrays are constants."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, array):
        array = np.asarray(array)
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), f"c{len(self.constants)}"))
        return self.constants[-1].name

    def __getattr__(self, operator):
        def add(*inputs, **attributes):
            names = [x if isinstance(x, str) else self.constant(x) for x in inputs]
            outputs = [f"n{len(self.nodes)}_{i}" for i in range(attributes.pop("outputs", 1))]
            self.nodes.append(helper.make_node(operator, names, outputs, **attributes))
            return outputs[0] if len(outputs) == 1 else outputs
        return add

    def linear(self, x, weight, bias):
        return self.Add(self.MatMul(x, weight), bias)

    def norm(self, x, gain, bias):
        return self.LayerNormalization(x, gain, bias, axis=-1, epsilon=1e-12)

    def model(self, output, width):
        self.nodes.append(helper.make_node("LpNormalization", [output], ["vectors"], axis=-1, p=2))
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["n", "length"])
        vectors = helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["n", width])
        graph = helper.make_graph(self.nodes, "encoder", [ids], [vectors], self.constants)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)


def use(t):
    g = Graph()
    table = t["token.table"]
    e = g.Gather(table[np.arange(table.shape[0])], "ids")
    x = g.linear(e, t["ngram.projection.weight"], t["ngram.projection.bias"])
    x = g.norm(x, t["ngram.norm.gain"], t["ngram.norm.bias"])
    features = [e]
    for a, (order, left) in zip(g.Split(x, num_outputs=3, axis=2, outputs=3), ((2, 0), (3, 1), (5, 2))):
        for step in ("first", "second"):
            name = f"ngram.{order}.{step}."
            edged = g.Pad(a, np.array([0, left, 0, 0, order - 1 - left, 0]))
            ends = [k - order + 1 or ALL for k in range(order)]
            runs = [
                g.Slice(edged, np.array([k]), np.array([ends[k]]), np.array([1])) for k in range(order)]
            window = g.Concat(*runs, axis=2)
            a = g.Add(g.Relu(g.linear(window, t[name + "weight"], t[name + "bias"])), a)
        features.append(a)
    f = g.norm(g.Concat(*features, axis=2), t["features.norm.gain"], t["features.norm.bias"])
    length = g.Cast(g.Gather(g.Shape("ids"), np.array(1)), to=TensorProto.FLOAT)
    mean = g.ReduceMean(f, np.array([1]), keepdims=0)
    s = g.Mul(g.linear(mean, t["sentence.weight"], t["sentence.bias"]), g.Sqrt(length))
    y0 = g.Relu(g.MatMul(s, t["dense.0.weight"]))
    y1 = g.Relu(g.Add(g.MatMul(s, t["skip.1.weight"]), g.MatMul(y0, t["dense.1.weight"])))
    y2 = g.Relu(g.MatMul(y1, t["dense.2.weight"]))
    return g.model(g.Tanh(g.Add(g.MatMul(y1, t["skip.3.weight"]), g.MatMul(y2, t["dense.3.weight"]))), 512)


def minilm(t):
    g = Graph()
    words = t["embedding.word"]
    length = g.Gather(g.Shape("ids"), np.array([1]))
    places = g.Slice(t["embedding.position"], np.array([0]), length, np.array([0]))
    x = g.norm(
        g.Add(g.Gather(words[np.arange(words.shape[0])], "ids"), places),
        t["embedding.norm.gain"], t["embedding.norm.bias"])
    for i in range(6):
        layer = f"layer.{i}."
        def linear(x, name):
            return g.linear(x, t[layer + name + ".weight"], t[layer + name + ".bias"])
        def norm(x, name):
            return g.norm(x, t[layer + name + ".norm.gain"], t[layer + name + ".norm.bias"])
        parts = g.Split(linear(x, "query_key_value"), num_outputs=3, axis=2, outputs=3)
        heads = [g.Reshape(part, np.array([0, 0, 12, 32])) for part in parts]
        q, v = (g.Transpose(heads[j], perm=[0, 2, 1, 3]) for j in (0, 2))
        k = g.Transpose(heads[1], perm=[0, 2, 3, 1])
        a = g.Softmax(g.Mul(g.MatMul(q, k), np.float32(32 ** -0.5)), axis=-1)
        c = g.Reshape(g.Transpose(g.MatMul(a, v), perm=[0, 2, 1, 3]), np.array([0, 0, 384]))
        x = norm(g.Add(x, linear(c, "attention")), "attention")
        x = norm(g.Add(x, linear(g.Gelu(linear(x, "up")), "down")), "down")
    return g.model(g.ReduceMean(x, np.array([1]), keepdims=0), 384)


class Session:
    """A graph ready to run, its weights as floats or, with `int8`, its products quantised dynamically."""

    def __init__(self, model, int8=False):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "float.onnx")
            onnx.save(model, path)
            if int8:
                path, whole = os.path.join(folder, "int8.onnx"), path
                quantize_dynamic(
                    whole, path, op_types_to_quantize=["MatMul"], per_channel=True,
                    weight_type=QuantType.QInt8)
            self.session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def forward(self, ids):
        return self.session.run(None, {"ids": ids.astype(np.int64)})[0]
