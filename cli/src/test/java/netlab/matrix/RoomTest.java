package netlab.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RoomTest {
  private final AtomicLong free = new AtomicLong(100);

  @Test
  void theOnlyLabAlwaysHasRoom() {
    assertThat(new Room(1000, free::get).entered()).isTrue();
  }

  @Test
  void whatALabIsStillGoingToTakeIsNotFree() {
    Room room = new Room(40, free::get);
    assertThat(room.entered()).isTrue();
    assertThat(room.entered()).isTrue();
    assertThat(room.entered()).as("two labs are growing").isFalse();
    room.grown();
    assertThat(room.entered()).isTrue();
  }

  @Test
  void aLabThatIsDownMakesRoom() {
    Room room = new Room(60, free::get);
    assertThat(room.entered()).isTrue();
    room.grown();
    free.set(10);
    assertThat(room.entered()).isFalse();
    room.left();
    assertThat(room.entered()).isTrue();
  }
}
