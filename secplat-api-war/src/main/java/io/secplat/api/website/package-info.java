/**
 * Hands out the website: its files, and its one page for every stable link. Knows files and headers, nothing of what
 * the website shows; the website asks the API for that.
 */
@org.jspecify.annotations.NullMarked
package io.secplat.api.website;
