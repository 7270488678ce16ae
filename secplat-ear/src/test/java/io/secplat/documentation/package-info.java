/** Whether the documents say what the code does. */
@org.jspecify.annotations.NullMarked
package io.secplat.documentation;
