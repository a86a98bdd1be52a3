/** The pages of runs: the list of questions, and one question while it is run or after it ended without plans. */
@org.jspecify.annotations.NullMarked
package io.sandtable.web.runs;
