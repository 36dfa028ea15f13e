package fr.entecole.courriel;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.socle.Lecture;
import fr.entecole.socle.contrats.EnContinu;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// The one thread of a node that sends: on each message put in the queue, and every round for those that waited.
/// Without an SMTP server it does not run, and nothing is lost.
@Component
@ConditionalOnWebApplication
class Tournee implements SmartLifecycle, EnContinu {

    private static final Logger LOG = LoggerFactory.getLogger(Tournee.class);

    private final @Nullable Facteur facteur;
    private final ReglagesCourriel reglages;
    private final BlockingQueue<Boolean> calls = new ArrayBlockingQueue<>(1);
    private volatile boolean running;
    private @Nullable Thread thread;

    Tournee(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectProvider<JavaMailSender> smtp,
            ReglagesCourriel reglages,
            ReglagesDesRetours retours,
            ApplicationEventPublisher events,
            Clock clock) {
        var sender = smtp.getIfAvailable();
        this.facteur = sender == null ? null : new Facteur(jdbc, transaction, sender, reglages, retours, events, clock);
        this.reglages = reglages;
    }

    @Override
    public String phrase() {
        return t("Envoyer les courriels");
    }

    @Override
    public boolean enMarche() {
        return facteur != null && reglages.actif();
    }

    /// What a server refused for now waits since it was written, whenever it is tried again: as long as no other letter
    /// leaves, for one box that is full holds nobody up.
    @Override
    public Lecture<Attente> attente(Instant now) {
        return EnContinu.waiting("""
                select created_at as depuis from courriel.envoi
                 where etat = 'A_ENVOYER'
                   and (essais = 0 and prochain_le <= :now
                     or essais > 0 and not exists (select 1 from courriel.envoi s
                                                    where s.etat = 'ENVOYE' and s.fini_le > :now - interval '30 minutes'))
                 order by created_at
                """, now);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(CourrielDepose depose) {
        var _ = calls.offer(true);
    }

    @Override
    public void start() {
        var sender = facteur;
        if (sender == null || !reglages.actif()) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().daemon().name("courriel").start(() -> walk(sender));
    }

    private void walk(Facteur sender) {
        while (running) {
            try {
                sender.empty();
            } catch (RuntimeException e) {
                LOG.warn("tournée des courriels interrompue, reprise à la prochaine ronde", e);
            }
            try {
                var _ = calls.poll(reglages.ronde().toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        var walker = thread;
        if (walker == null) {
            return;
        }
        var _ = calls.offer(true);
        try {
            walker.join(reglages.ronde().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
