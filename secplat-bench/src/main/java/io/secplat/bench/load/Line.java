package io.secplat.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection that is kept open; one call at a time. */
final class Line implements AutoCloseable {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final AnswerReader answer = new AnswerReader();
    private ByteBuffer out = ByteBuffer.allocate(0);
    private long countsFrom;

    Line(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends a request whose latency counts from that time. */
    void send(byte[] request, long from) throws IOException {
        countsFrom = from;
        out = ByteBuffer.wrap(request);
        write();
    }

    /** Goes on with what the connection is ready for; true once the answer is complete. */
    boolean proceed(ByteBuffer buffer) throws IOException {
        if (key.isWritable()) {
            write();
        }
        if (!key.isReadable()) {
            return false;
        }
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server closed a connection");
        }
        return answer.read(buffer.flip());
    }

    private void write() throws IOException {
        channel.write(out);
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    long countsFrom() {
        return countsFrom;
    }

    int status() {
        return answer.status();
    }

    long bytes() {
        return answer.bytes();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
