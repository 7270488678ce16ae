package io.secplat.stream.redis;

import io.lettuce.core.ScriptOutputType;
import io.secplat.stream.Baton;
import java.time.Duration;

/**
 * A key that names its holder and expires.
 *
 * @param holder unique per process
 * @param term how long it is lent
 */
public record RedisBaton(RedisLink link, String key, String holder, Duration term) implements Baton {

    private static final String TAKE =
            """
            local holder = redis.call('GET', KEYS[1])
            if holder and holder ~= ARGV[1] then return 0 end
            redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            return 1
            """;

    private static final String KEEP =
            """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1
            """;

    private static final String GIVE_BACK =
            """
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
            return 1
            """;

    @Override
    public boolean take() {
        return run(TAKE, holder, Long.toString(term.toMillis())) == 1;
    }

    @Override
    public boolean keep() {
        return run(KEEP, holder, Long.toString(term.toMillis())) == 1;
    }

    @Override
    public void giveBack() {
        long unused = run(GIVE_BACK, holder);
    }

    private long run(String script, String... values) {
        Long answer = link.ask(redis -> redis.<Long>eval(script, ScriptOutputType.INTEGER, new String[] {key}, values));
        return answer;
    }
}
