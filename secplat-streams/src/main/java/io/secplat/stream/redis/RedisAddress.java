package io.secplat.stream.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.StaticCredentialsProvider;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import java.net.URI;
import java.util.List;

/** What a {@code REDIS_URL} names: one server, the sentinels of one, or some servers of a cluster. */
record RedisAddress(List<RedisURI> servers, boolean isCluster, RedisAccess access) {

    private static final String CLUSTER = "redis-cluster://";
    private static final String SECURE_CLUSTER = "rediss-cluster://";
    private static final String UNREADABLE = "REDIS_URL is not a Redis URL such as redis://localhost:6379,"
            + " redis-sentinel://one:26379,two:26379#master or redis-cluster://one:6379,two:6379";

    /** IllegalArgumentException, which does not repeat the text, when it is none. */
    static RedisAddress parse(String url, RedisAccess access) {
        try {
            RedisAddress address = read(url.strip(), access);
            address.servers.forEach(address::complete);
            return address;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(UNREADABLE);
        }
    }

    private static RedisAddress read(String url, RedisAccess access) {
        if (url.startsWith(CLUSTER)) {
            return cluster("redis://" + url.substring(CLUSTER.length()), access);
        }
        if (url.startsWith(SECURE_CLUSTER)) {
            return cluster("rediss://" + url.substring(SECURE_CLUSTER.length()), access);
        }
        RedisURI uri = RedisURI.create(url);
        if (uri.getSentinels().isEmpty() && hosts(url).contains(",")) {
            throw new IllegalArgumentException("several servers that are neither sentinels nor a cluster");
        }
        return new RedisAddress(List.of(uri), false, access);
    }

    /** Without the password, which may hold anything. */
    private static String hosts(String url) {
        return url.substring(url.lastIndexOf('@') + 1);
    }

    private static RedisAddress cluster(String list, RedisAccess access) {
        List<RedisURI> servers = RedisClusterURIUtil.toRedisURIs(URI.create(list));
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("no server");
        }
        return new RedisAddress(servers, true, access);
    }

    /** Limits the wait; sentinels are asked as safely as their servers, and with a password of their own. */
    private void complete(RedisURI uri) {
        uri.setTimeout(Deployment.CONNECT_TIMEOUT);
        for (RedisURI sentinel : uri.getSentinels()) {
            sentinel.setTimeout(Deployment.CONNECT_TIMEOUT);
            sentinel.setSsl(uri.isSsl());
            access.sentinelPassword()
                    .map(String::toCharArray)
                    .map(password ->
                            new StaticCredentialsProvider(access.sentinelUser().orElse(null), password))
                    .ifPresent(sentinel::setCredentialsProvider);
        }
    }

    Deployment open() {
        return isCluster ? new ClusterDeployment(servers, access) : SingleDeployment.of(servers.get(0), access);
    }
}
