/** The pages where a question is put into words and its conditions are agreed on. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.asking;
