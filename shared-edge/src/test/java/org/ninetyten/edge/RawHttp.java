package org.ninetyten.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request byte for byte as a test has it, also one that no proper client would send. */
final class RawHttp {

    /** @param headers by name in whatever case */
    record Answer(int status, Map<String, List<String>> headers, String body) {

        @Nullable
        String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.get(0);
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String code() {
            return json().path("code").asString("");
        }

        String detail() {
            return json().path("detail").asString("");
        }

        /** Each violation as {@code pointer message} or {@code parameter message}. */
        List<String> violations() {
            return json().path("violations")
                    .valueStream()
                    .map(violation -> violation
                                    .path("pointer")
                                    .asString(violation.path("parameter").asString(""))
                            + " "
                            + violation.path("message").asString())
                    .toList();
        }
    }

    private final String requestLine;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = {};

    private RawHttp(String requestLine) {
        this.requestLine = requestLine;
    }

    static RawHttp request(String method, String target) {
        return new RawHttp(method + " " + target + " HTTP/1.1")
                .header("Host", "localhost")
                .header("Connection", "close");
    }

    RawHttp as(String name) {
        return as(name, "ninety-ten-demo");
    }

    RawHttp as(String name, String password) {
        return header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8)));
    }

    RawHttp bearing(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** In place of the usual one. */
    RawHttp host(String value) {
        headers.removeIf(header -> header.startsWith("Host: "));
        return header("Host", value);
    }

    RawHttp header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    RawHttp json(String json) {
        return header("Content-Type", "application/json").body(json.getBytes(UTF_8));
    }

    RawHttp body(byte[] content) {
        body = content.clone();
        return header("Content-Length", "" + body.length);
    }

    /** The same without saying how long it is. */
    RawHttp chunked(String content) {
        var chunks = new ByteArrayOutputStream();
        byte[] bytes = content.getBytes(UTF_8);
        for (int at = 0; at < bytes.length; at += 8192) {
            int length = Math.min(8192, bytes.length - at);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            chunks.write(bytes, at, length);
            chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        body = chunks.toByteArray();
        return header("Transfer-Encoding", "chunked");
    }

    RawHttp rawBody(String content) {
        body = content.getBytes(ISO_8859_1);
        return this;
    }

    Answer send(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write((requestLine + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n").getBytes(ISO_8859_1));
            out.write(body);
            out.flush();
            return parse(socket.getInputStream());
        }
    }

    private static Answer parse(InputStream in) throws IOException {
        String[] statusLine = line(in).split(" ", 3);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        byte[] body = headers.containsKey("Transfer-Encoding") ? chunks(in) : in.readAllBytes();
        return new Answer(Integer.parseInt(statusLine[1]), headers, new String(body, UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
            whole.write(in.readNBytes(length));
            line(in);
        }
        return whole.toByteArray();
    }

    private static int chunkLength(InputStream in) throws IOException {
        String line = line(in);
        return line.isEmpty() ? 0 : Integer.parseInt(line, 16);
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(ISO_8859_1);
    }
}
