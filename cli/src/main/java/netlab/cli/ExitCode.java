package netlab.cli;

/** What a process of {@code netlab} ends with; scripts rely on these numbers. */
public final class ExitCode {
  /** Everything asked for was done. */
  public static final int OK = 0;

  /** The lab file is wrong, or a check of a running lab failed. */
  public static final int FAILED = 1;

  /** The command line makes no sense. */
  public static final int USAGE = 2;

  /** Something outside is missing: Docker, an image, FRR, rights. */
  public static final int ENVIRONMENT = 3;

  /** An error of ours (EX_SOFTWARE of sysexits.h). */
  public static final int BUG = 70;

  private ExitCode() {}
}
