package netlab.validate;

import java.util.List;

/** A function that tests can call: {@code bgp_neighbor(node.bgp.neighbors, 'dut')}. */
interface TestFunction {
  String name();

  /**
   * The names of its arguments in their order; one with a question mark behind it may be left out.
   * A last name {@code **} takes any further arguments with names.
   */
  List<String> parameters();

  /**
   * What it asks.
   *
   * @throws WrongArgument when a value makes no sense
   */
  Inquiry inquiry(Arguments arguments) throws WrongArgument;
}
