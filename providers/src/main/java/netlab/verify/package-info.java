/**
 * Proof that a running lab does what its model says: expectations against what the devices report.
 * {@link netlab.verify.Verifier} asks through {@link netlab.verify.Access} and gives a {@link
 * netlab.verify.Verdict}; texts for people and scripts are made elsewhere.
 */
@NullMarked
package netlab.verify;

import org.jspecify.annotations.NullMarked;
