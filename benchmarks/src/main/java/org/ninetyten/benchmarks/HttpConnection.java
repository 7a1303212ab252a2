package org.ninetyten.benchmarks;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * One connection to a program, kept open, for one request at a time. Asking is done by hand on a plain socket, because
 * whatever it costs is taken from the processors that the measured program runs on.
 */
final class HttpConnection implements AutoCloseable {

    private static final String PASSWORD = "ninety-ten-demo";

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean closedByProgram;

    HttpConnection(int port) throws IOException {
        this.port = port;
        this.socket = open(port);
        this.in = in(socket);
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static InputStream in(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream(), 16_384);
    }

    record Answer(int status, String body) {

        /** @throws IllegalStateException for any answer but one that says yes */
        String orFail(String asked) {
            if (status / 100 != 2) {
                throw new IllegalStateException(asked + " is answered with " + status + " " + body);
            }
            return body;
        }
    }

    String get(String user, String path) throws IOException {
        return send(request("GET", path, user, "")).orFail(path);
    }

    String post(String user, String path) throws IOException {
        return send(request("POST", path, user, "")).orFail(path);
    }

    static byte[] request(String method, String path, String user, String json) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String type = body.length == 0 ? "" : "Content-Type: application/json\r\n";
        String head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic " + credentials
                + "\r\nX-Purpose: To measure\r\n" + type + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    Answer send(byte[] request) throws IOException {
        if (closedByProgram) {
            socket.close();
            socket = open(port);
            in = in(socket);
            closedByProgram = false;
        }
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean inChunks = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
                inChunks = true;
            } else if (lower.equals("connection: close")) {
                closedByProgram = true;
            }
        }
        byte[] body = inChunks ? chunks() : in.readNBytes(length);
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The program closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
