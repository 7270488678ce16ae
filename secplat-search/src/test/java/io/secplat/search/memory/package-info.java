/** The record in memory, for the tests of every module; signs the same specs as the real one. */
@org.jspecify.annotations.NullMarked
package io.secplat.search.memory;
