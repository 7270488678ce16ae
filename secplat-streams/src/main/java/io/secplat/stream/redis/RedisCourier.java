package io.secplat.stream.redis;

import io.secplat.contracts.event.ConsumerGroup;
import io.secplat.stream.Courier;
import io.secplat.stream.DeadLetterBox;
import io.secplat.stream.EventPublisher;
import io.secplat.stream.MessageStream;
import io.secplat.stream.StreamInspector;
import io.secplat.stream.StreamTrimmer;

/** The courier of one Redis, or of a cluster. Opens no connection before the first call. */
public final class RedisCourier implements Courier {

    private final RedisServer server;
    private final RedisLink publishing;
    private final RedisLink inspecting;

    public RedisCourier(RedisServer server) {
        this.server = server;
        this.publishing = server.link();
        this.inspecting = server.link();
    }

    @Override
    public boolean configured() {
        return server.configured();
    }

    @Override
    public EventPublisher publisher() {
        return new RedisEventPublisher(publishing);
    }

    @Override
    public MessageStream open(ConsumerGroup group, String consumer) {
        RedisLink writes = server.link();
        Division division =
                server.isCluster() ? new ClusterDivision(writes, server.link(), group) : Division.atOnce(writes, group);
        return new RedisMessageStream(server.link(), writes, division, group, consumer);
    }

    @Override
    public StreamInspector inspector() {
        return new RedisStreamInspector(inspecting);
    }

    @Override
    public StreamTrimmer trimmer() {
        return new RedisStreamTrimmer(inspecting);
    }

    @Override
    public DeadLetterBox deadLetters() {
        return new RedisDeadLetterBox(
                inspecting, server.isCluster() ? new ClusterReplay(inspecting) : new ScriptReplay(inspecting));
    }
}
