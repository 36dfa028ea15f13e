package fr.entecole.signalement;

import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.signalement.Dossier.Echelon;
import fr.entecole.socle.Colonnes;
import fr.entecole.socle.Utilisateur;
import fr.entecole.socle.contrats.Contenu;
import fr.entecole.socle.contrats.Contenu.Vise;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one place that writes: reported, hidden meanwhile, shown again, decided. Who may is judged by the caller.
@Component
class Dossiers {

    private static final Duration JOUR = Duration.ofDays(1);
    private static final Duration TRIMESTRE = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final ContenusSignalables genres;
    private final Scelles preuves;
    private final Deciders deciders;
    private final Annonce annonce;
    private final Echeances echeances;
    private final Journal journal;
    private final ReglagesSignalement reglages;
    private final Clock clock;

    Dossiers(
            JdbcClient jdbc,
            ContenusSignalables genres,
            Scelles preuves,
            Deciders deciders,
            Annonce annonce,
            Echeances echeances,
            Journal journal,
            ReglagesSignalement reglages,
            Clock clock) {
        this.jdbc = jdbc;
        this.genres = genres;
        this.preuves = preuves;
        this.deciders = deciders;
        this.annonce = annonce;
        this.echeances = echeances;
        this.journal = journal;
        this.reglages = reglages;
        this.clock = clock;
    }

    /// Said twice by one person, it is said once.
    ///
    /// @return the report; empty when this person has reported too much today
    @Transactional
    public Optional<UUID> report(Utilisateur par, String genre, UUID chose, Vise vise, Signalement dit) {
        var contenu = genres.of(genre);
        var now = OffsetDateTime.now(clock);
        // of one person one at a time, so that the count holds
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('signalement ' || :par::text, 0))")
                .param("par", par.personneId())
                .query(rs -> {});
        if (reports(par, now) >= reglages.parJour()) {
            return Optional.empty();
        }
        var opened = open(genre, chose, vise, dit.danger(), now);
        var dossier = opened.getKey();
        int said = jdbc.sql("""
                        insert into signalement.signalement
                               (ecole_id, dossier_id, par_id, qualite, categorie, mots, fait_le)
                        values (:ecole, :dossier, :par, :qualite, :categorie, :mots, :maintenant)
                        on conflict (dossier_id, par_id) do nothing
                        """)
                .param("ecole", vise.ecole())
                .param("dossier", dossier)
                .param("par", par.personneId())
                .param("qualite", Signalement.qui(par).name())
                .param("categorie", dit.categorie().name())
                .param("mots", dit.mots())
                .param("maintenant", now)
                .update();
        if (said == 0) {
            return Optional.of(dossier);
        }
        var state = state(dossier);
        seal(contenu, chose, vise, dossier, opened.getValue(), state);
        if (opened.getValue() || dit.danger()) {
            annonce.received(dossier, state.echelon, vise, dit.danger());
        }
        if (state.mayHide() && (dit.masque() || believed(dossier, now) >= reglages.pourMasquer())) {
            hide(dossier, genre, chose, state, dit.masque() ? "ECOLE" : "LECTEURS", null);
        }
        return Optional.of(dossier);
    }

    private int reports(Utilisateur par, OffsetDateTime now) {
        return jdbc.sql(
                        "select count(*) from signalement.signalement where par_id = any(:personnes) and fait_le > :depuis")
                .param("personnes", par.personnes().toArray(UUID[]::new))
                .param("depuis", now.minus(JOUR))
                .query(Integer.class)
                .single();
    }

    private Map.Entry<UUID, Boolean> open(String genre, UUID chose, Vise vise, boolean danger, OffsetDateTime now) {
        var echelon = deciders.echelon(vise);
        return jdbc.sql("""
                        insert into signalement.dossier
                               (ecole_id, genre, chose, titre, adresse, auteur_id, auteur, classes, echelon,
                                circonscription_id, ouvert_le, danger_le, due_le)
                        select :ecole, :genre, :chose, :titre, :adresse, :auteur::uuid, :nom, :classes, :echelon,
                               (select l.circonscription_id from annuaire.lieu l where l.ecole_id = :ecole), :maintenant,
                               case when :danger then :maintenant end, :due
                        on conflict (genre, chose) where clos_le is null do update
                           set titre = excluded.titre, danger_le = coalesce(dossier.danger_le, excluded.danger_le),
                               due_le = least(dossier.due_le, excluded.due_le)
                        returning id, xmax = 0 as neuf
                        """)
                .param("ecole", vise.ecole())
                .param("genre", genre)
                .param("chose", chose)
                .param("titre", vise.titre())
                .param("adresse", vise.adresse())
                .param("auteur", vise.auteur())
                .param("nom", vise.nom())
                .param("classes", vise.classes().toArray(UUID[]::new))
                .param("echelon", echelon.name())
                .param("maintenant", now)
                .param("danger", danger)
                .param(
                        "due",
                        echeances.of(vise.ecole(), danger, now.toInstant()).atOffset(ZoneOffset.UTC))
                .query((rs, _) -> Map.entry(Colonnes.uuid(rs, "id"), rs.getBoolean("neuf")))
                .single();
    }

    private void seal(Contenu contenu, UUID chose, Vise vise, UUID dossier, boolean first, Etat state) {
        var temoin = contenu.witness(chose).orElseThrow();
        var sceau = preuves.seal(vise.ecole(), dossier, vise.auteur(), vise.nom(), temoin);
        if (first) {
            contenu.keepPieces(chose, dossier);
            var fait = Fait.of(
                            state.echelon == Echelon.ECOLE
                                    ? ActeSignalement.CONTENU_SIGNALE
                                    : ActeSignalement.DIRECTION_SIGNALEE,
                            dossier)
                    .with(sceau.<Map<String, Object>>map(s -> Map.of("preuve", s.numero(), "empreinte", s.empreinte()))
                            .orElse(Map.of()));
            journal.record(state.echelon == Echelon.ECOLE ? fait.inEcole(vise.ecole()) : fait.ofRegion());
        }
    }

    /// People who have reported it, without those about whose reports there has lately been nothing to say.
    private int believed(UUID dossier, OffsetDateTime now) {
        return jdbc.sql("""
                        select count(*) from signalement.signalement s
                         where s.dossier_id = :dossier
                           and (select count(*) from signalement.signalement a
                                  join lateral (select d.sens from signalement.decision d
                                                 where d.dossier_id = a.dossier_id order by d.id desc limit 1) d on true
                                 where a.par_id = s.par_id and a.fait_le > :depuis and d.sens = 'RIEN') < :most
                        """)
                .param("dossier", dossier)
                .param("depuis", now.minus(TRIMESTRE))
                .param("most", reglages.sansRaison())
                .query(Integer.class)
                .single();
    }

    /// Meanwhile, by somebody who decides.
    @Transactional
    public void hide(Dossier dossier, UUID compte) {
        var state = state(dossier.id());
        if (state.masqueLe == null && state.closLe == null) {
            hide(dossier.id(), dossier.genre(), dossier.chose(), state, "ECOLE", compte);
        }
    }

    /// How many people have opened what was reported; -1 where its room does not know.
    int readers(Dossier dossier) {
        return genres.of(dossier.genre()).readers(dossier.chose()).orElse(-1);
    }

    private void hide(UUID dossier, String genre, UUID chose, Etat state, String par, @Nullable UUID compte) {
        genres.of(genre).hide(chose, clock.instant());
        jdbc.sql("update signalement.dossier set masque_le = :maintenant, masque_par = :par where id = :id")
                .param("maintenant", OffsetDateTime.now(clock))
                .param("par", par)
                .param("id", dossier)
                .update();
        if (state.echelon == Echelon.ECOLE) {
            journal.record(
                    Fait.of(ActeSignalement.CONTENU_MASQUE, dossier).by(compte).inEcole(state.ecole));
        }
    }

    /// Meanwhile: its readers do not hide it again.
    @Transactional
    public void show(Dossier dossier, UUID compte) {
        var state = state(dossier.id());
        if (state.masqueLe != null && state.closLe == null) {
            shown(dossier);
            if (state.echelon == Echelon.ECOLE) {
                journal.record(Fait.of(ActeSignalement.CONTENU_REMONTRE, dossier.id())
                        .by(compte)
                        .inEcole(state.ecole));
            }
        }
    }

    private void shown(Dossier dossier) {
        genres.of(dossier.genre()).show(dossier.chose(), clock.instant());
        jdbc.sql("""
                        update signalement.dossier set masque_le = null, masque_par = null, remontre_le = :maintenant
                         where id = :id
                        """)
                .param("maintenant", OffsetDateTime.now(clock))
                .param("id", dossier.id())
                .update();
    }

    /// The last decision holds, but what was taken away stays so.
    ///
    /// @return false when it was taken away for good before
    @Transactional
    public boolean decide(Dossier dossier, Sens sens, String motif, Utilisateur par) {
        var state = state(dossier.id());
        if ("RETIRE".equals(state.sens)) {
            return false;
        }
        var now = clock.instant();
        jdbc.sql("""
                        insert into signalement.decision (ecole_id, dossier_id, sens, motif, par_id, decidee_le)
                        values (:ecole, :dossier, :sens, :motif, :par, :maintenant)
                        """)
                .param("ecole", dossier.ecole())
                .param("dossier", dossier.id())
                .param("sens", sens.name())
                .param("motif", motif)
                .param("par", par.personneId())
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        jdbc.sql("update signalement.dossier set clos_le = coalesce(clos_le, :maintenant) where id = :id")
                .param("maintenant", OffsetDateTime.now(clock))
                .param("id", dossier.id())
                .update();
        var contenu = genres.of(dossier.genre());
        switch (sens) {
            case RIEN -> {
                if (state.masqueLe != null) {
                    shown(dossier);
                }
            }
            case MASQUE -> {
                if (state.masqueLe == null) {
                    contenu.hide(dossier.chose(), now);
                    jdbc.sql(
                                    "update signalement.dossier set masque_le = :maintenant, masque_par = 'ECOLE' where id = :id")
                            .param("maintenant", OffsetDateTime.now(clock))
                            .param("id", dossier.id())
                            .update();
                }
            }
            case RETIRE -> contenu.withdraw(dossier.chose(), now);
        }
        if (state.echelon == Echelon.ECOLE) {
            journal.record(Fait.of(ActeSignalement.SIGNALEMENT_DECIDE, dossier.id())
                    .by(par.compteId())
                    .inEcole(dossier.ecole()));
        } else {
            journal.record(Fait.of(ActeSignalement.DIRECTION_DECIDEE, dossier.id())
                    .by(par.compteId())
                    .ofRegion());
        }
        annonce.decided(dossier, sens);
        return true;
    }

    /// Held until the end of the transaction.
    private Etat state(UUID dossier) {
        return jdbc.sql("""
                        select d.ecole_id, d.echelon, d.masque_le, d.remontre_le, d.clos_le,
                               (select x.sens from signalement.decision x where x.dossier_id = d.id
                                 order by x.id desc limit 1) as sens
                          from signalement.dossier d where d.id = :id for update of d
                        """)
                .param("id", dossier)
                .query((rs, _) -> new Etat(
                        Colonnes.uuid(rs, "ecole_id"),
                        Echelon.valueOf(Objects.requireNonNull(rs.getString("echelon"))),
                        rs.getObject("masque_le", OffsetDateTime.class),
                        rs.getObject("remontre_le", OffsetDateTime.class),
                        rs.getObject("clos_le", OffsetDateTime.class),
                        rs.getString("sens")))
                .single();
    }

    private record Etat(
            UUID ecole,
            Echelon echelon,
            @Nullable OffsetDateTime masqueLe,
            @Nullable OffsetDateTime remontreLe,
            @Nullable OffsetDateTime closLe,
            @Nullable String sens) {

        boolean mayHide() {
            return masqueLe == null && remontreLe == null;
        }
    }
}
