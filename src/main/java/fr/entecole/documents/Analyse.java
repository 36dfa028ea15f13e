package fr.entecole.documents;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.documents.Contenus.Contenu;
import fr.entecole.documents.antivirus.Antivirus;
import fr.entecole.documents.antivirus.ReglagesAntivirus;
import fr.entecole.documents.rangement.Rangement;
import fr.entecole.documents.rangement.RangementIndisponible;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.contrats.EnContinu;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Has what waits looked at again, one content a transaction: its row stays locked meanwhile and other nodes skip it.
/// The first failure ends the round: an antivirus that is down is down for all.
@Component
@ConditionalOnWebApplication
class Analyse implements SmartLifecycle, EnContinu {

    private static final Logger LOG = LoggerFactory.getLogger(Analyse.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Antivirus antivirus;
    private final Rangement rangement;
    private final ReglagesAntivirus reglages;
    private volatile boolean running;
    private @Nullable Thread thread;

    Analyse(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Antivirus antivirus,
            @Lazy Rangement rangement,
            ReglagesAntivirus reglages) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.antivirus = antivirus;
        this.rangement = rangement;
        this.reglages = reglages;
    }

    @Override
    public String phrase() {
        return t("Chercher des virus dans les fichiers joints");
    }

    @Override
    public boolean enMarche() {
        return antivirus.present();
    }

    @Override
    public Lecture<EnContinu.Attente> attente(Instant now) {
        return EnContinu.waiting("""
                select pris_le as depuis from documents.contenu
                 where etat = 'EN_ANALYSE' and range_le is not null and pris_le <= :now order by pris_le
                """, now);
    }

    /// @return how many were judged
    int round() {
        int judged = 0;
        while (Boolean.TRUE.equals(transaction.execute(_ -> judgeNext(next())))) {
            judged++;
        }
        return judged;
    }

    private List<Attente> next() {
        return jdbc.sql("""
                        select empreinte, octets from documents.contenu where etat = 'EN_ANALYSE' and range_le is not null
                         order by essais, pris_le limit 1 for update skip locked
                        """)
                .query((rs, _) -> new Attente(rs.getString("empreinte"), rs.getLong("octets")))
                .list();
    }

    private boolean judgeNext(List<Attente> waiting) {
        if (waiting.isEmpty()) {
            return false;
        }
        var next = waiting.getFirst();
        try (var input = rangement.open(Contenu.cle(next.empreinte()), 0, next.octets())) {
            say(next, antivirus.clean(input) ? EtatDePiece.PRETE : EtatDePiece.REFUSEE);
            return true;
        } catch (IOException | RangementIndisponible e) {
            LOG.warn("antivirus muet, des fichiers attendent", e);
            jdbc.sql("update documents.contenu set essais = essais + 1 where empreinte = :empreinte")
                    .param("empreinte", next.empreinte())
                    .update();
            return false;
        }
    }

    private void say(Attente next, EtatDePiece etat) {
        jdbc.sql("""
                        update documents.contenu
                           set etat = :etat, range_le = case when :etat = 'REFUSEE' then null else range_le end
                         where empreinte = :empreinte
                        """)
                .param("etat", etat.name())
                .param("empreinte", next.empreinte())
                .update();
        if (etat == EtatDePiece.REFUSEE) {
            var key = Contenu.cle(next.empreinte());
            rangement.delete(List.of(key, key + ".ecran", key + ".vignette"));
            LOG.warn("un fichier déjà joint contient un virus : ses octets sont effacés");
        }
    }

    @Override
    public void start() {
        if (antivirus.present()) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("analyse").start(this::walk);
        }
    }

    private void walk() {
        while (running) {
            try {
                round();
            } catch (RuntimeException e) {
                LOG.warn("analyse interrompue, reprise à la prochaine ronde", e);
            }
            try {
                Thread.sleep(reglages.ronde());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        var walker = thread;
        if (walker != null) {
            walker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private record Attente(String empreinte, long octets) {}
}
