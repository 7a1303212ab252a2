package org.ninetyten.command.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ninetyten.database.EmbeddedDatabase;

/** A line to the database server that can be cut, and put together again at the same place. */
public final class CuttableLine implements AutoCloseable {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket door;

    public CuttableLine() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = door.getLocalPort();
        listen(door);
    }

    /** The database's URL by way of this line. */
    public String url(StoreDatabase database) {
        return database.url().replace(":" + EmbeddedDatabase.shared().port() + "/", ":" + port + "/");
    }

    /** Cuts every connection; a new one is refused. */
    public synchronized void cut() throws IOException {
        if (door != null) {
            door.close();
            door = null;
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    public synchronized void mend() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        door = again;
        listen(again);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void listen(ServerSocket listening) {
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try {
                    connect(listening.accept());
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(
                InetAddress.getLoopbackAddress(), EmbeddedDatabase.shared().port());
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> pass(server, client));
    }

    private void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // The line was cut: closing both ends is all there is to do.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }
}
