/** A small client of the API for tests. */
package io.secplat.client;
