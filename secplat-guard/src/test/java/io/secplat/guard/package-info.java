@org.jspecify.annotations.NullMarked
package io.secplat.guard;
