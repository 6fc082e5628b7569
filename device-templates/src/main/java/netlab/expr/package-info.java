/**
 * Expressions of templates and tests: read and evaluated here, over plain data and nothing else.
 * {@link netlab.expr.Expression} and {@link netlab.expr.FunctionCall} are the doors for tests.
 */
@NullMarked
package netlab.expr;

import org.jspecify.annotations.NullMarked;
