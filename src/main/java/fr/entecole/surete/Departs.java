package fr.entecole.surete;

import static fr.entecole.socle.Phrases.t;

import fr.entecole.comptes.Membres;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Dates;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import fr.entecole.surete.Depart.Sens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Asked by a room before it writes something for several people, and told once it is written:
///
/// ```
/// var depart = departs.ask(utilisateur, Partance.of(ecole, publics, titre, texte));
/// if (depart.refuse()) → the form again, with depart.phrase()
/// … written: nobody finds it before depart.des(); where depart.retenu(), not before Envois.release
/// departs.left(utilisateur, depart, "mot", id).ifPresent(sursis → /surete/envois/{sursis})
/// ```
///
/// What stands already and is told again is asked of [#again]. People are counted only where their number decides.
/// Thresholds are the region's ([Seuil]). ADR 0067, 0079.
@Component
public class Departs {

    private static final Pattern LIEN = Pattern.compile(
            "(?i)\\b(?:https?://|www\\.)\\S|\\bhref\\s*=|\\b[a-z0-9-]{2,63}\\.(?:fr|com|net|org|eu|io|info|be|me|ly|co)(?:/|\\b)");

    private final Pauses pauses;
    private final Appareils appareils;
    private final Seuils seuils;
    private final Membres membres;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final AnnonceDesSursis annonce;
    private final Clock clock;

    Departs(
            Pauses pauses,
            Appareils appareils,
            Seuils seuils,
            Membres membres,
            JdbcClient jdbc,
            Journal journal,
            AnnonceDesSursis annonce,
            Clock clock) {
        this.pauses = pauses;
        this.appareils = appareils;
        this.seuils = seuils;
        this.membres = membres;
        this.jdbc = jdbc;
        this.journal = journal;
        this.annonce = annonce;
        this.clock = clock;
    }

    /// No statement for a grown-up who is not stopped, on a device that is known.
    @Transactional(readOnly = true)
    public Depart ask(Utilisateur auteur, Partance quoi) {
        var now = clock.instant();
        var tenue = pauses.holding(auteur);
        var palier = tenue.map(held -> held.palier(now)).orElse(Palier.TOUT);
        boolean eleve = auteur.is(Profil.ELEVE);
        if (palier == Palier.RIEN) {
            return refuse(
                    quoi,
                    now,
                    0,
                    eleve
                            ? t("Tes envois sont en pause\u00a0: rien ne part pour l’instant.")
                            : t("Vos envois sont en pause\u00a0: rien ne part pour l’instant."));
        }
        boolean watched = eleve || auteur.is(Profil.PARENT);
        boolean neuf = !watched
                && appareils.now(auteur.compteId()).filter(appareils::isNew).isPresent();
        if (!watched && !neuf && palier == Palier.TOUT) {
            return new Depart(Sens.LIBRE, quoi.ecole(), now, 0, "");
        }
        int personnes = count(quoi);
        if (personnes > seuils.of(Seuil.QUELQUES) && (watched || palier == Palier.PEU)) {
            return refuse(quoi, now, personnes, tooMany(eleve, watched, tenue.orElse(null), now));
        }
        if (watched && personnes > 1 && quoi.textes().stream().anyMatch(Departs::hasLink)) {
            return refuse(
                    quoi,
                    now,
                    personnes,
                    eleve
                            ? t("Enlève l’adresse de site\u00a0: on ne l’envoie pas à plusieurs personnes.")
                            : t(
                                    "Retirez l’adresse de site ou le lien\u00a0: un parent n’en envoie pas à plusieurs personnes à la fois."));
        }
        return neuf && many(personnes)
                ? held(quoi, now, personnes)
                : new Depart(Sens.LIBRE, quoi.ecole(), now, personnes, "");
    }

    /// Asked before something that stands is told once more, or to others: of that nothing can be held back from those
    /// who have it, so what would wait or be decided is refused, with what to do.
    ///
    /// @return why not; empty where nothing is against it
    @Transactional(readOnly = true)
    public Optional<String> again(Utilisateur auteur, Partance quoi) {
        var depart = ask(auteur, quoi);
        return switch (depart.sens()) {
            case LIBRE -> Optional.empty();
            case REFUSE -> Optional.of(depart.phrase());
            case ATTEND, RETENU ->
                Optional.of(t(
                        "Cet appareil est nouveau, et {0, plural, one {# personne serait prévenue} other {# personnes seraient prévenues}}\u00a0: enregistrez sans prévenir et sans ajouter personne, ou écrivez-leur de nouveau. Ce premier envoi attendra, puis cet appareil sera connu.",
                        depart.personnes()));
        };
    }

    /// Whether so many are many, by the region's threshold: whoever writes to them has seen how many they are.
    public boolean many(int personnes) {
        return personnes >= seuils.of(Seuil.BEAUCOUP);
    }

    private int count(Partance quoi) {
        return membres.count(quoi.publics()).lecteurs();
    }

    private String tooMany(boolean eleve, boolean watched, @Nullable Tenue tenue, Instant now) {
        int most = seuils.of(Seuil.QUELQUES);
        if (watched) {
            return eleve
                    ? t(
                            "Tu peux écrire à {0, plural, one {une personne} other {# personnes}} à la fois, pas plus.",
                            most)
                    : t(
                            "Un parent écrit à {0, plural, one {une personne} other {# personnes}} au plus à la fois. Choisissez-en moins, ou demandez à l’école d’écrire à tous.",
                            most);
        }
        var next = Optional.ofNullable(tenue).flatMap(held -> held.next(now));
        return next.isPresent()
                ? t(
                        "Votre compte vient d’être rouvert\u00a0: il écrit à {0, plural, one {une personne} other {# personnes}} au plus à la fois, jusqu’à {1}.",
                        most, Dates.moment(next.get().des()))
                : t(
                        "Pour l’instant, vous écrivez à {0, plural, one {une personne} other {# personnes}} au plus à la fois.",
                        most);
    }

    private Depart held(Partance quoi, Instant now, int personnes) {
        int hour = now.atZone(Dates.PARIS).getHour();
        if (hour >= seuils.of(Seuil.NUIT) || hour < seuils.of(Seuil.MATIN)) {
            return new Depart(
                    Sens.RETENU,
                    quoi.ecole(),
                    now,
                    personnes,
                    t(
                            "Il fait nuit, cet appareil est nouveau et votre envoi va à {0, plural, one {une personne} other {# personnes}}\u00a0: la direction de l’école décide s’il part. Vous serez prévenu.",
                            personnes));
        }
        var des = now.plus(Duration.ofMinutes(seuils.of(Seuil.DELAI)));
        return new Depart(
                Sens.ATTEND,
                quoi.ecole(),
                des,
                personnes,
                t(
                        "C’est votre premier envoi à beaucoup de personnes depuis cet appareil\u00a0: il ne part qu’à {0}. D’ici là, vous pouvez le reprendre.",
                        Dates.heure(des)));
    }

    private static Depart refuse(Partance quoi, Instant now, int personnes, String phrase) {
        return new Depart(Sens.REFUSE, quoi.ecole(), now, personnes, phrase);
    }

    /// An address of a site, as people type or paste one.
    static boolean hasLink(String texte) {
        return LIEN.matcher(texte).find();
    }

    /// In the transaction that has written the thing.
    ///
    /// @param genre of its [fr.entecole.socle.contrats.Envois]
    /// @return what holds it, whose page explains it to its sender: `/surete/envois/{id}`
    @Transactional
    public Optional<UUID> left(Utilisateur auteur, Depart depart, String genre, UUID chose) {
        if (depart.refuse()) {
            throw new IllegalArgumentException("what is refused is not written");
        }
        if (depart.attend()) {
            appareils.sends(auteur.compteId(), depart.des());
        }
        if (depart.sens() == Sens.LIBRE) {
            return Optional.empty();
        }
        var held = insert(auteur, depart, genre, chose);
        held.ifPresent(id -> {
            journal.record(
                    Fait.of(ActeSurete.ENVOI_RETENU, id).by(auteur.compteId()).inEcole(depart.ecole()));
            if (depart.retenu()) {
                annonce.held(id, depart.ecole(), auteur);
            }
        });
        return held.or(() -> holding(genre, chose));
    }

    private Optional<UUID> insert(Utilisateur auteur, Depart depart, String genre, UUID chose) {
        return jdbc.sql("""
                        insert into surete.sursis
                               (ecole_id, compte_id, auteur_id, genre, chose, sorte, personnes, pose_le, jusque)
                        values (:ecole, :compte, :auteur, :genre, :chose, :sorte, :personnes, :maintenant,
                                :jusque::timestamptz)
                        on conflict (genre, chose) do nothing returning id
                        """)
                .param("ecole", depart.ecole())
                .param("compte", auteur.compteId())
                .param("auteur", auteur.personneId())
                .param("genre", genre)
                .param("chose", chose)
                .param("sorte", depart.retenu() ? "DECISION" : "DELAI")
                .param("personnes", depart.personnes())
                .param("maintenant", OffsetDateTime.now(clock))
                .param("jusque", depart.retenu() ? null : depart.des().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /// What holds it, or has held it.
    public Optional<UUID> holding(String genre, UUID chose) {
        return jdbc.sql("select id from surete.sursis where genre = :genre and chose = :chose")
                .param("genre", genre)
                .param("chose", chose)
                .query(UUID.class)
                .optional();
    }

    /// Before a room touches what it holds: who decides about it takes the same two in this order.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String genre, UUID chose) {
        jdbc.sql(
                        "select id from surete.sursis where genre = :genre and chose = :chose and decide_le is null for update")
                .param("genre", genre)
                .param("chose", chose)
                .query(UUID.class)
                .optional();
    }

    /// Its author has cancelled it in its own room before it left: nobody decides about it any more, and the device is
    /// as new as it was. In the transaction that cancels it.
    @Transactional
    public void cancelled(Utilisateur auteur, String genre, UUID chose) {
        record Tenu(UUID id, UUID ecole) {}
        jdbc.sql("""
                        update surete.sursis set decide_le = :maintenant, sens = 'ANNULE', par_id = :par
                         where genre = :genre and chose = :chose and decide_le is null
                           and (jusque is null or jusque > :maintenant)
                        returning id, ecole_id
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", auteur.personneId())
                .param("genre", genre)
                .param("chose", chose)
                .query((rs, _) -> new Tenu(Colonnes.uuid(rs, "id"), Colonnes.uuid(rs, "ecole_id")))
                .optional()
                .ifPresent(tenu -> {
                    appareils.forgetSendings(auteur.compteId());
                    annonce.cancelled(tenu.id);
                    journal.record(Fait.of(ActeSurete.ENVOI_ANNULE, tenu.id)
                            .by(auteur.compteId())
                            .inEcole(tenu.ecole));
                });
    }
}
