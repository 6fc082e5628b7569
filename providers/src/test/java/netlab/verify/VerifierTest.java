package netlab.verify;

import static netlab.verify.ScriptedNodes.fields;
import static netlab.verify.ScriptedNodes.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;
import netlab.lab.NodeId;
import netlab.verify.Check.Difference;
import netlab.verify.Verifier.Pace;
import org.junit.jupiter.api.Test;

final class VerifierTest {
  private static final Duration TINY = Duration.ofNanos(1000);
  private static final Duration MS = Duration.ofMillis(1);
  private static final Pace FAST =
      new Pace(TINY, MS, MS, MS, Duration.ofSeconds(30), Duration.ofHours(1));

  private static final Pace SETTLING =
      new Pace(TINY, MS, MS, MS, Duration.ofSeconds(30), Duration.ofMillis(6));

  private static final Reading UP = rows("peer=b state=Established remote=2");
  private static final Reading UP_BACK = rows("peer=a state=Established remote=1");
  private static final Reading IDLE = rows("peer=b state=Idle remote=2");

  private static final Expectation R1 = session("r1", "r2", "b", "2");
  private static final Expectation R2 = session("r2", "r1", "a", "1");

  private final ScriptedNodes nodes = new ScriptedNodes();
  private final List<String> heard = new ArrayList<>();

  @Test
  void holdsAtOnceWithOneExchangeANode() throws Exception {
    nodes.script("r1", "bgp", UP).script("r2", "bgp", UP_BACK);
    Verdict verdict = verify(forever(), R1, R2);
    assertThat(verdict.ok()).isTrue();
    assertThat(verdict.checks()).extracting(Check::status).containsOnly(Status.HELD);
    assertThat(nodes.asked()).containsExactlyInAnyOrder("r1 [bgp]", "r2 [bgp]");
    assertThat(heard).containsExactly("held r1-r2", "open []");
  }

  @Test
  void readsAllThatANodeOwesInOneExchange() throws Exception {
    Expectation ospf = expectation("ospf", "r1", "r2", "neighbor=2.2.2.2", "state=Full");
    nodes.script("r1", "bgp", UP).script("r1", "ospf", rows("neighbor=2.2.2.2 state=Full"));
    assertThat(verify(forever(), R1, ospf).ok()).isTrue();
    assertThat(nodes.asked()).containsExactly("r1 [bgp, ospf]");
  }

  @Test
  void asksOnlyWhatDoesNotHoldYet() throws Exception {
    nodes.script("r1", "bgp", UP).script("r2", "bgp", rows(), rows(), UP_BACK);
    Verdict verdict = verify(forever(), R1, R2);
    assertThat(verdict.ok()).isTrue();
    assertThat(nodes.exchanges("r1")).isEqualTo(1);
    assertThat(nodes.exchanges("r2")).isEqualTo(3);
    assertThat(heard).containsExactly("open [r1-r2]", "open [r1-r2]", "held r1-r2", "open []");
    Duration first = verdict.checks().getFirst().held().orElseThrow();
    assertThat(verdict.checks().getLast().held().orElseThrow()).isGreaterThan(first);
  }

  @Test
  void aSessionThatIsSeenToFlapIsOpenAgain() throws Exception {
    Expectation second = session("r1", "r3", "c", "3");
    nodes.script(
        "r1",
        "bgp",
        rows("peer=b state=Established remote=2", "peer=c state=Idle remote=3"),
        rows("peer=b state=Idle remote=2", "peer=c state=Established remote=3"),
        rows("peer=b state=Established remote=2", "peer=c state=Established remote=3"));
    assertThat(verify(forever(), R1, second).ok()).isTrue();
    assertThat(nodes.exchanges("r1")).isEqualTo(3);
    assertThat(heard)
        .containsExactly("held r1-r2", "open [r1-r3]", "held r1-r3", "open [r1-r2]", "open []");
  }

  @Test
  void saysWhatWasSeenInsteadAtTheDeadline() throws Exception {
    nodes.script("r1", "bgp", rows("peer=b state=Active remote=7")).script("r2", "bgp", UP_BACK);
    Verdict verdict = verify(now(), R1, R2);
    assertThat(verdict.ok()).isFalse();
    Check check = verdict.checks().getFirst();
    assertThat(check.status()).isEqualTo(Status.FAILED);
    assertThat(check.seen("state")).contains("Active");
    assertThat(check.differences())
        .containsExactly(
            new Difference("state", List.of("Established"), "Active"),
            new Difference("remote", List.of("2"), "7"));
    assertThat(check.look()).contains("netlab exec r1 \"show\"");
    assertThat(verdict.checks().getLast().status()).isEqualTo(Status.HELD);
  }

  @Test
  void aNeighborThatIsNotListedFails() throws Exception {
    nodes.script("r1", "bgp", rows("peer=x state=Established remote=2"));
    Check check = verify(now(), R1).checks().getFirst();
    assertThat(check.status()).isEqualTo(Status.FAILED);
    assertThat(check.seen()).isEmpty();
  }

  @Test
  void aFieldTheDeviceDoesNotTellIsNotHeldAgainstItUnlessItIsTheState() throws Exception {
    nodes.script("r1", "bgp", rows("peer=b state=Established"));
    assertThat(verify(now(), R1).ok()).isTrue();
    nodes.script("r1", "bgp", rows("peer=b remote=2"));
    assertThat(verify(now(), R1).ok()).isFalse();
  }

  @Test
  void anyOfSeveralRowsWillDo() throws Exception {
    nodes.script("r1", "bgp", rows("peer=b state=Idle remote=2", "peer=b state=Established"));
    assertThat(verify(now(), R1).ok()).isTrue();
  }

  @Test
  void aDeadNodeIsUnknownAndDoesNotHideTheOthers() throws Exception {
    nodes
        .script("r1", "bgp", new Reading.Unreachable("connection refused"))
        .script("r2", "bgp", rows(), UP_BACK);
    Verdict verdict = verify(Deadline.after(Duration.ofMillis(20)), R1, R2);
    assertThat(verdict.ok()).isFalse();
    assertThat(verdict.checks().getFirst().status()).isEqualTo(Status.UNKNOWN);
    assertThat(verdict.checks().getFirst().reason()).contains("connection refused");
    assertThat(verdict.checks().getLast().status()).isEqualTo(Status.HELD);
  }

  @Test
  void aDeadPeerExplainsASessionThatIsDown() throws Exception {
    nodes
        .script("r1", "bgp", IDLE)
        .script("r2", "bgp", new Reading.Unreadable("bgpd is not running"));
    Verdict verdict = verify(now(), R1, R2);
    assertThat(verdict.checks().getFirst().reason())
        .contains("r2 cannot tell: bgpd is not running");
  }

  @Test
  void aDeviceThatCannotBeAskedIsNoFailure() throws Exception {
    nodes.script("r1", "bgp", UP).script("r2", "bgp", new Reading.Unsupported("no reader for bgp"));
    Verdict verdict = verify(forever(), R1, R2);
    assertThat(verdict.ok()).isTrue();
    assertThat(verdict.checks())
        .extracting(Check::status)
        .containsExactly(Status.HELD, Status.UNCHECKED);
  }

  @Test
  void reasonsAreMadeFromBothEndsAndFromFurtherReaders() throws Exception {
    nodes
        .script("r1", "bgp", IDLE)
        .script("r1", "bgp.detail", rows("peer=x error=not_mine", "peer=b error=bad_peer_AS"))
        .script("r2", "bgp", rows("peer=a state=Active remote=9"))
        .script("r2", "bgp.detail", rows("peer=a error=none"));
    Diagnosis diagnosis =
        reasons((own, peer) ->
            Optional.of(own.orElseThrow().fields() + " " + peer.orElseThrow().fields()));
    Verdict verdict = new Verifier(nodes, diagnosis, FAST).verify(List.of(R1, R2), now(), hear());
    assertThat(verdict.checks().getFirst().reason())
        .contains(
            "{peer=b, state=Idle, remote=2, error=bad peer AS}"
                + " {peer=a, state=Active, remote=9, error=none}");
    assertThat(nodes.asked()).contains("r1 [bgp, bgp.detail]", "r2 [bgp, bgp.detail]");
  }

  @Test
  void rowsThatKnowOnlyTheInterfaceAreAboutIt() throws Exception {
    Expectation ospf = expectation("ospf", "r1", "r2", "interface=eth1 peer=2.2.2.2", "state=Full");
    nodes
        .script("r1", "ospf", rows())
        .script("r1", "ospf.detail", rows("interface=eth2 hello=1", "interface=eth1 hello=7"));
    Diagnosis diagnosis = reasons((own, peer) -> own.map(o -> o.fields().toString()));
    Verdict verdict = new Verifier(nodes, diagnosis, FAST).verify(List.of(ospf), now(), hear());
    assertThat(verdict.checks().getFirst().reason()).contains("{interface=eth1, hello=7}");
  }

  @Test
  void furtherReadersAreNotAskedWhileAllIsWell() throws Exception {
    nodes.script("r1", "bgp", rows(), rows(), UP);
    assertThat(verify(forever(), R1).ok()).isTrue();
    assertThat(nodes.asked()).containsOnly("r1 [bgp]");
  }

  @Test
  void whatComesUpInTheLastMomentCounts() throws Exception {
    nodes.script("r1", "bgp", IDLE, UP);
    assertThat(verify(now(), R1).ok()).isTrue();
  }

  @Test
  void aGlanceThatShowsNothingNewIsEnough() throws Exception {
    nodes.script("r1", "bgp?", IDLE, IDLE, UP).script("r1", "bgp", UP);
    Verdict verdict = verify(forever(), R1);
    assertThat(verdict.ok()).isTrue();
    assertThat(nodes.asked()).containsExactly("r1? [bgp]", "r1? [bgp]", "r1? [bgp]", "r1 [bgp]");
  }

  @Test
  void aGlanceProvesNothing() throws Exception {
    nodes.script("r1", "bgp?", UP).script("r1", "bgp", IDLE);
    Verdict verdict = verify(Deadline.after(Duration.ofMillis(20)), R1);
    assertThat(verdict.checks().getFirst().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void inTheEndNodesAreReadWhateverAGlanceSays() throws Exception {
    nodes.script("r1", "bgp?", new Reading.Unreadable("no socket")).script("r1", "bgp", UP);
    assertThat(verify(now(), R1).ok()).isTrue();
  }

  @Test
  void nodesAreProvenWhileOthersAreStillBeingStarted() throws Exception {
    nodes.script("r1", "bgp", UP).script("r2", "bgp", UP_BACK);
    Verdict verdict =
        new Verifier(nodes, Diagnosis.NONE, FAST)
            .verify(List.of(R1, R2), List.of(), Term.open(), hear());
    assertThat(verdict.ok()).isTrue();
  }

  @Test
  void aNodeIsNotReadBeforeItsPeersRunButGetsReady() throws Exception {
    nodes.asleep("r2").script("r1", "bgp", UP).script("r2", "bgp", UP_BACK);
    Term term = Term.open();
    List<String> first = new ArrayList<>();
    Listener wakes =
        new Listener() {
          @Override
          public void held(Ends<Check> adjacency) {}

          @Override
          public void open(List<Ends<Check>> open, List<Ends<Check>> all) {
            if (first.isEmpty()) {
              first.addAll(nodes.asked());
              nodes.wake("r2");
              term.set(forever());
            }
          }
        };
    new Verifier(nodes, Diagnosis.NONE, FAST).verify(List.of(R1, R2), List.of(), term, wakes);
    assertThat(first).containsExactly("r1 ready");
    assertThat(nodes.asked()).contains("r1 [bgp]", "r2 [bgp]");
  }

  @Test
  void whileNodesAreStartedOneIsReadWhenAllOfItSeemsToHold() throws Exception {
    Expectation second = session("r1", "r3", "c", "3");
    Reading half = rows("peer=b state=Established remote=2", "peer=c state=Idle remote=3");
    Reading all = rows("peer=b state=Established remote=2", "peer=c state=Established remote=3");
    nodes.script("r1", "bgp?", half, all).script("r1", "bgp", all);
    new Verifier(nodes, Diagnosis.NONE, FAST)
        .verify(List.of(R1, second), List.of(), Term.open(), hear());
    assertThat(nodes.asked()).containsExactly("r1? [bgp]", "r1 ready", "r1? [bgp]", "r1 [bgp]");
  }

  @Test
  void itEndsWhenNothingThatIsOpenCanComeUp() throws Exception {
    nodes.script("r1", "bgp", rows("peer=b state=Active remote=7")).script("r2", "bgp", UP_BACK);
    Verdict verdict = settle(forever(), Outlook.NEVER, R1, R2);
    assertThat(verdict.settled()).isTrue();
    assertThat(verdict.ok()).isFalse();
  }

  @Test
  void whatMayComeIsWaitedForWhateverElseIsLost() throws Exception {
    Expectation other = session("r3", "r4", "d", "4");
    nodes
        .script("r1", "bgp", rows("peer=b state=Active remote=7"))
        .script("r3", "bgp", rows("peer=d state=Active remote=4"));
    Verdict verdict = settle(Deadline.after(Duration.ofMillis(60)), Outlook.MAY_COME, R1, other);
    assertThat(verdict.settled()).isFalse();
  }

  @Test
  void whatWaitsForWhatIsLostIsLostToo() throws Exception {
    Expectation waits = session("r3", "r4", "d", "4");
    nodes
        .script("r1", "bgp", rows("peer=b state=Active remote=7"))
        .script("r3", "bgp", rows("peer=d state=Idle remote=4"));
    assertThat(settle(forever(), Outlook.WAITS, R1, waits).settled()).isTrue();
  }

  @Test
  void whatOnlyWaitsMayStillCome() throws Exception {
    nodes.script("r3", "bgp", rows("peer=d state=Idle remote=4"));
    Expectation waits = session("r3", "r4", "d", "4");
    Verdict verdict = settle(Deadline.after(Duration.ofMillis(60)), Outlook.WAITS, waits);
    assertThat(verdict.settled()).isFalse();
  }

  @Test
  void anEndWhoseProgramIsDeadIsLostAndSaysSo() throws Exception {
    nodes
        .dead("r1", "bgpd has ended")
        .script("r1", "bgp", new Reading.Unreachable("connection refused"))
        .script("r2", "bgp", rows("peer=a state=Active remote=1"));
    Verdict verdict = settle(forever(), Outlook.MAY_COME, R1, R2);
    assertThat(verdict.settled()).isTrue();
    assertThat(verdict.checks().getFirst().reason()).contains("bgpd has ended");
  }

  @Test
  void whatComesUpWhileItSettlesIsUp() throws Exception {
    Reading[] late = new Reading[40];
    Arrays.fill(late, rows("peer=b state=Active remote=7"));
    late[39] = UP;
    nodes.script("r1", "bgp", late);
    Pace slow = new Pace(TINY, MS, MS, MS, Duration.ofSeconds(30), Duration.ofSeconds(3));
    Verdict verdict =
        new Verifier(nodes, sevens(Outlook.MAY_COME), slow).verify(List.of(R1), forever(), hear());
    assertThat(verdict.ok()).isTrue();
    assertThat(verdict.settled()).isFalse();
  }

  /** A verification in which a remote AS of 7 is final, and all else is as given. */
  private Verdict settle(Deadline deadline, Outlook others, Expectation... expectations)
      throws InterruptedException {
    return new Verifier(nodes, sevens(others), SETTLING)
        .verify(List.of(expectations), deadline, hear());
  }

  private static Diagnosis sevens(Outlook others) {
    return new Diagnosis() {
      @Override
      public Optional<String> reason(
          Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
        return Optional.empty();
      }

      @Override
      public Outlook outlook(
          Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
        boolean seven = own.map(o -> "7".equals(o.fields().get("remote"))).orElse(false);
        return seven ? Outlook.NEVER : others;
      }
    };
  }

  private static Diagnosis reasons(
      BiFunction<Optional<Observation>, Optional<Observation>, Optional<String>> reason) {
    return new Diagnosis() {
      @Override
      public Optional<String> reason(
          Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
        return reason.apply(own, peer);
      }

      @Override
      public Outlook outlook(
          Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
        return Outlook.MAY_COME;
      }
    };
  }

  @Test
  void nothingExpectedIsProvenAtOnce() throws Exception {
    assertThat(verify(forever()).ok()).isTrue();
    assertThat(nodes.asked()).isEmpty();
  }

  @Test
  void aNodeThatDoesNotAnswerInTimeIsGivenUp() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Access stuck =
        new Access() {
          @Override
          public Map<String, Reading> read(NodeId node, List<String> readers, Deadline deadline)
              throws InterruptedException {
            calls.incrementAndGet();
            new java.util.concurrent.CountDownLatch(1).await();
            throw new AssertionError();
          }

          @Override
          public List<String> related(Expectation expectation) {
            return List.of();
          }

          @Override
          public Optional<String> lookCloser(Expectation expectation) {
            return Optional.empty();
          }
        };
    Pace impatient = new Pace(TINY, MS, MS, MS, Duration.ofMillis(10), Duration.ofHours(1));
    Verdict verdict =
        new Verifier(stuck, Diagnosis.NONE, impatient).verify(List.of(R1), now(), Listener.NONE);
    assertThat(verdict.checks().getFirst().reason()).contains("no answer in time");
    assertThat(calls.get()).isPositive();
  }

  @Test
  void aDefectOfAReaderIsNotTakenForADeadNode() {
    Access broken =
        new Access() {
          @Override
          public Map<String, Reading> read(NodeId node, List<String> readers, Deadline deadline) {
            throw new IllegalArgumentException("planted");
          }

          @Override
          public List<String> related(Expectation expectation) {
            return List.of();
          }

          @Override
          public Optional<String> lookCloser(Expectation expectation) {
            return Optional.empty();
          }
        };
    assertThatThrownBy(() ->
            new Verifier(broken, Diagnosis.NONE, FAST).verify(List.of(R1), now(), Listener.NONE))
        .hasRootCauseMessage("planted");
  }

  @Test
  void theHarderTheAskingTheLongerThePause() {
    Pace pace = Pace.STANDARD;
    assertThat(pace.after(Duration.ofMillis(1), pace.longest())).hasMillis(100);
    assertThat(pace.after(Duration.ofMillis(80), pace.longest())).hasMillis(320);
    assertThat(pace.after(Duration.ofSeconds(3), pace.longest())).hasMillis(1000);
    assertThat(pace.after(Duration.ofSeconds(10), pace.retry())).hasMillis(10_000);
  }

  private Verdict verify(Deadline deadline, Expectation... expectations)
      throws InterruptedException {
    return new Verifier(nodes, Diagnosis.NONE, FAST)
        .verify(List.of(expectations), deadline, hear());
  }

  private Listener hear() {
    return new Listener() {
      @Override
      public void held(Ends<Check> adjacency) {
        heard.add("held " + name(adjacency));
      }

      @Override
      public void open(List<Ends<Check>> open, List<Ends<Check>> all) {
        heard.add("open " + open.stream().map(VerifierTest::name).toList());
      }
    };
  }

  private static String name(Ends<Check> adjacency) {
    Expectation e = adjacency.one().expectation();
    return e.node() + "-" + e.peer();
  }

  private static Deadline forever() {
    return Deadline.after(Duration.ofMinutes(5));
  }

  private static Deadline now() {
    return Deadline.after(Duration.ZERO);
  }

  static Expectation session(String node, String peer, String address, String as) {
    return expectation("bgp", node, peer, "peer=" + address, "state=Established remote=" + as);
  }

  static Expectation expectation(
      String protocol, String node, String peer, String key, String expected) {
    SequencedMap<String, List<String>> values = new LinkedHashMap<>();
    fields(expected).forEach((k, v) -> values.put(k, List.of(v)));
    return new Expectation(
        protocol,
        protocol,
        new NodeId(node),
        new NodeId(peer),
        fields(key),
        values,
        node.compareTo(peer) < 0 ? node + " <-> " + peer : peer + " <-> " + node,
        Span.NONE);
  }
}
