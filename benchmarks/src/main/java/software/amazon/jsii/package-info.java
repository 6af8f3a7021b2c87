/** What counts calls to the CDK's kernel: see {@link software.amazon.jsii.KernelCalls}. */
@NullMarked
package software.amazon.jsii;

import org.jspecify.annotations.NullMarked;
