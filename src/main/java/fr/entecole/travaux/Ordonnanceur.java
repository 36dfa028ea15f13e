package fr.entecole.travaux;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import fr.entecole.socle.contrats.Travail;
import fr.entecole.socle.contrats.Travail.Rythme.Nuit;
import fr.entecole.socle.contrats.Travail.Rythme.Toutes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Does each work at its hour, on whichever node takes it first. It begins after all else and ends before it; a command
/// does none.
@Component
class Ordonnanceur implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ordonnanceur.class);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int AT_ONCE = 2;
    private static final int MISSED = 4;

    private final Executions executions;
    private final ReglagesTravaux reglages;
    private final Clock clock;
    private final Scheduler scheduler;
    private final boolean actif;
    private final String noeud = UUID.randomUUID().toString().substring(0, 8);
    private volatile boolean running;

    Ordonnanceur(
            Travaux travaux,
            Executions executions,
            ReglagesTravaux reglages,
            DataSource base,
            Clock clock,
            @Value("${ent.mode}") String mode) {
        this.actif = reglages.actif() && mode.equals("serveur");
        this.executions = executions;
        this.reglages = reglages;
        this.clock = clock;
        this.scheduler = Scheduler.create(base)
                .tableName("travaux.tache")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false)) // else it opens a connection to ask
                .startTasks(travaux.all().stream().map(this::task).toList())
                .threads(AT_ONCE)
                .pollingInterval(reglages.ronde())
                .heartbeatInterval(reglages.vie())
                .missedHeartbeatsLimit(MISSED)
                .pollUsingLockAndFetch(0.5, 1.0)
                .enableImmediateExecution()
                .schedulerName(new SchedulerName.Fixed(noeud))
                .clock(clock::instant)
                .build();
    }

    private RecurringTask<Void> task(Travail travail) {
        var schedule = schedule(travail);
        return Tasks.recurring(travail.nom(), schedule)
                .onFailure((complete, operations) -> {
                    var next = schedule.getNextExecutionTime(complete);
                    var soon = complete.getTimeDone().plus(reglages.reprise());
                    operations.reschedule(complete, soon.isBefore(next) ? soon : next);
                })
                .execute((_, _) -> run(travail));
    }

    private static Schedule schedule(Travail travail) {
        return switch (travail.rythme()) {
            case Nuit(var heure) -> new Daily(PARIS, heure);
            case Toutes(var duree) -> FixedDelay.of(duree);
        };
    }

    private void run(Travail travail) {
        var execution = executions.begin(travail.nom(), noeud);
        try {
            var compte = travail.run();
            executions.succeed(execution, compte);
            if (travail.rythme() instanceof Toutes) {
                executions.thin(travail.nom());
            }
        } catch (RuntimeException e) {
            LOG.error("travail {} interrompu", travail.nom(), e);
            executions.fail(execution, e);
            throw e;
        }
    }

    /// Asks for a run now, wherever a node is free.
    ///
    /// @return whether it was asked: one that runs just now is not asked again
    boolean ask(Travail travail) {
        var instance = TaskInstanceId.of(travail.nom(), RecurringTask.INSTANCE);
        try {
            return scheduler.reschedule(instance, clock.instant());
        } catch (TaskInstanceNotFoundException _) { // no node has planned it yet
            return scheduler.scheduleIfNotExists(
                    new TaskInstance<>(travail.nom(), RecurringTask.INSTANCE), clock.instant());
        } catch (TaskInstanceCurrentlyExecutingException _) {
            return false;
        }
    }

    /// When each is due, by name. One statement.
    Map<String, Instant> due() {
        return scheduler.getScheduledExecutions().stream()
                .collect(Collectors.toMap(e -> e.getTaskInstance().getTaskName(), e -> e.getExecutionTime()));
    }

    @Override
    public void start() {
        if (actif) {
            running = true;
            scheduler.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
