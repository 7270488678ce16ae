package io.secplat.stream.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.secplat.stream.CourierUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection that is opened when needed and thrown away when it fails, so that the next call begins afresh. Every
 * failure is a {@link CourierUnavailableException}; no command is ever sent twice by itself. Safe for several threads.
 */
public final class RedisLink implements AutoCloseable {

    /** After a failed connect, calls within this time fail at once instead of queueing for the next try. */
    private static final long REFUSAL_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final RedisServer server;
    private final Duration timeout;
    private @Nullable Wire wire;
    private @Nullable CourierUnavailableException refusal;
    private long refusedAt;

    RedisLink(RedisServer server, Duration timeout) {
        this.server = server;
        this.timeout = timeout;
    }

    /** The answer to one command. */
    public <T> T ask(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
        return ask(command, Duration.ZERO);
    }

    /** The answer to a command that may block for that long. */
    public <T> T ask(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command, Duration blocking) {
        return await(dispatch(open -> command.apply(open.commands())), blocking.plus(timeout));
    }

    /** The answers to several commands that travel together. */
    public <T> List<T> askAll(Function<RedisClusterAsyncCommands<String, String>, List<RedisFuture<T>>> commands) {
        List<T> answers = new ArrayList<>();
        for (RedisFuture<T> future : dispatch(open -> commands.apply(open.commands()))) {
            answers.add(await(future, timeout));
        }
        return answers;
    }

    /**
     * All commands or none, in one round trip. On a cluster they may name no key but this one, and the link is used for
     * nothing else: a command that the cluster sends elsewhere could slip into the transaction of that server.
     */
    public void transact(String key, Function<RedisAsyncCommands<String, String>, List<RedisFuture<?>>> commands) {
        RedisFuture<TransactionResult> exec = dispatch(open -> {
            RedisAsyncCommands<String, String> redis = open.holderOf(key);
            RedisFuture<String> unused = redis.multi();
            List<RedisFuture<?>> unusedQueued = commands.apply(redis);
            return redis.exec();
        });
        for (Object answer : await(exec, timeout)) {
            if (answer instanceof Exception failure) {
                throw RedisReplies.unavailable(failure);
            }
        }
    }

    /** Sends without another thread's commands in between. */
    private synchronized <R> R dispatch(Function<Wire, R> commands) {
        Wire open = open();
        try {
            R sent = commands.apply(open);
            open.flush();
            return sent;
        } catch (RedisException e) {
            discard();
            throw RedisReplies.unavailable(e);
        } catch (RuntimeException e) {
            // A transaction that was begun and not finished would swallow the next commands.
            discard();
            throw e;
        }
    }

    private Wire open() {
        if (wire != null && wire.isOpen()) {
            return wire;
        }
        if (refusal != null && System.nanoTime() - refusedAt < REFUSAL_NANOS) {
            throw RedisReplies.unavailable(refusal);
        }
        try {
            wire = server.connect();
            refusal = null;
            return wire;
        } catch (RedisException | CourierUnavailableException e) {
            refusal = RedisReplies.unavailable(e);
            refusedAt = System.nanoTime();
            throw refusal;
        }
    }

    private <T> T await(RedisFuture<T> future, Duration patience) {
        try {
            return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (!RedisReplies.isAnswer(cause)) {
                discard();
            }
            throw RedisReplies.unavailable(cause);
        } catch (TimeoutException | CancellationException e) {
            discard();
            throw RedisReplies.unavailable(e);
        } catch (InterruptedException e) {
            discard();
            Thread.currentThread().interrupt();
            throw RedisReplies.unavailable(e);
        }
    }

    private synchronized void discard() {
        if (wire != null) {
            CompletableFuture<Void> unused = wire.close();
            wire = null;
        }
    }

    @Override
    public void close() {
        discard();
    }
}
