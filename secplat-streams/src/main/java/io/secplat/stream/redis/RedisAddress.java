package io.secplat.stream.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterURIUtil;
import java.net.URI;
import java.util.List;

/** What a {@code REDIS_URL} names: one server, the sentinels of one, or some servers of a cluster. */
record RedisAddress(List<RedisURI> servers, boolean isCluster) {

    private static final String CLUSTER = "redis-cluster://";
    private static final String SECURE_CLUSTER = "rediss-cluster://";
    private static final String UNREADABLE = "REDIS_URL is not a Redis URL such as redis://localhost:6379,"
            + " redis-sentinel://one:26379,two:26379#master or redis-cluster://one:6379,two:6379";

    /** IllegalArgumentException, which does not repeat the text, when it is none. */
    static RedisAddress parse(String url) {
        try {
            RedisAddress address = read(url.strip());
            address.servers.forEach(RedisAddress::limit);
            return address;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(UNREADABLE);
        }
    }

    private static RedisAddress read(String url) {
        if (url.startsWith(CLUSTER)) {
            return cluster("redis://" + url.substring(CLUSTER.length()));
        }
        if (url.startsWith(SECURE_CLUSTER)) {
            return cluster("rediss://" + url.substring(SECURE_CLUSTER.length()));
        }
        RedisURI uri = RedisURI.create(url);
        if (uri.getSentinels().isEmpty() && hosts(url).contains(",")) {
            throw new IllegalArgumentException("several servers that are neither sentinels nor a cluster");
        }
        return new RedisAddress(List.of(uri), false);
    }

    /** Without the password, which may hold anything. */
    private static String hosts(String url) {
        return url.substring(url.lastIndexOf('@') + 1);
    }

    private static RedisAddress cluster(String list) {
        List<RedisURI> servers = RedisClusterURIUtil.toRedisURIs(URI.create(list));
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("no server");
        }
        return new RedisAddress(servers, true);
    }

    private static void limit(RedisURI uri) {
        uri.setTimeout(Deployment.CONNECT_TIMEOUT);
        uri.getSentinels().forEach(sentinel -> sentinel.setTimeout(Deployment.CONNECT_TIMEOUT));
    }

    Deployment open() {
        return isCluster ? new ClusterDeployment(servers) : SingleDeployment.of(servers.get(0));
    }
}
