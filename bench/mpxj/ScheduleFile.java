import java.io.PrintStream;
import java.time.LocalDateTime;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.ResourceAssignment;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.cpm.MicrosoftScheduler;
import org.mpxj.cpm.PrimaveraScheduler;
import org.mpxj.cpm.Scheduler;
import org.mpxj.mspdi.MSPDIReader;

/**
 * Reads an MSPDI file with MPXJ, computes it with MPXJ's own scheduler, and prints how long that call took, the best of
 * some rounds, then a line of uid, start and finish for every task.
 */
public class ScheduleFile {
   public static void main(String[] arguments) throws Exception {
      String kind = arguments[1];
      int rounds = Integer.parseInt(arguments[2]);
      ProjectFile file = new MSPDIReader().read(arguments[0]);
      LocalDateTime start = file.getProjectProperties().getStartDate();
      complete(file);
      double best = Double.MAX_VALUE;
      PrintStream out = System.out;
      for (int round = 0; round < rounds; round++) {
         Scheduler scheduler = kind.equals("primavera") ? new PrimaveraScheduler() : new MicrosoftScheduler();
         long began = System.nanoTime();
         scheduler.schedule(file, start);
         best = Math.min(best, (System.nanoTime() - began) / 1e9);
      }
      out.println("seconds " + best);
      for (Task task : file.getTasks()) {
         out.println(task.getUniqueID() + " " + task.getStart() + " " + task.getFinish());
      }
   }

   /** Its schedulers ask for done and remaining amounts, which a plan without progress need not hold. */
   private static void complete(ProjectFile file) {
      Duration nothing = Duration.getInstance(0, TimeUnit.HOURS);
      for (Task task : file.getTasks()) {
         if (task.getActualDuration() == null) {
            task.setActualDuration(nothing);
         }
         if (task.getRemainingDuration() == null) {
            task.setRemainingDuration(task.getDuration());
         }
         for (ResourceAssignment assignment : task.getResourceAssignments()) {
            if (assignment.getActualWork() == null) {
               assignment.setActualWork(nothing);
            }
            if (assignment.getRemainingWork() == null) {
               assignment.setRemainingWork(assignment.getWork());
            }
         }
      }
   }
}
