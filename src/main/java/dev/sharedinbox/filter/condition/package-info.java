/// Checked rules, asked of a row in memory and of a table in SQL, with the same answer.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.filter.condition;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
