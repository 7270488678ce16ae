/** The courier on Redis Streams, through Lettuce. The only package that knows Redis commands of streams. */
@org.jspecify.annotations.NullMarked
package io.secplat.stream.redis;
