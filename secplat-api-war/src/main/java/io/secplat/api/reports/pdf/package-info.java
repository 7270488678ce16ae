/** The executive report on paper. The only package that knows the PDF library. */
@org.jspecify.annotations.NullMarked
package io.secplat.api.reports.pdf;
