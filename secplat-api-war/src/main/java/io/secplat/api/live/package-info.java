/**
 * What happens, told at once to whoever looks at the website: the feed that all API servers share, its readers, and how a
 * slow one is dropped. No transport here; facts of features come as names and values.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.live;
