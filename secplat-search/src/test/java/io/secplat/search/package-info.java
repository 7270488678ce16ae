/** What every adapter of the record promises, told as specs, and the search values tests are made of. */
@org.jspecify.annotations.NullMarked
package io.secplat.search;
