package fr.entecole.comptes.charte;

import fr.entecole.comptes.Utilisateurs;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Lecture;
import fr.entecole.socle.Lectures;
import fr.entecole.socle.Profil;
import fr.entecole.socle.Utilisateur;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who answered what, to which version: rows that are added, never changed. A guardian answers for each young child
/// besides for themselves.
@Component
public class Accords {

    private static final String EN_VIGUEUR = """
            with vigueur as (
                select distinct on (texte) id, texte from comptes.charte
                 where langue = 'fr' and effet_le <= :jour order by texte, version desc)
            """;

    private final JdbcClient jdbc;
    private final Lectures lectures;
    private final Clock clock;
    private final Utilisateurs utilisateurs;
    private final Journal journal;

    Accords(JdbcClient jdbc, Lectures lectures, Clock clock, Utilisateurs utilisateurs, Journal journal) {
        this.jdbc = jdbc;
        this.lectures = lectures;
        this.clock = clock;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
    }

    /// What a person who comes in still has to answer, in all their roles: one statement, at the sign-in only.
    public Lecture<Dues> dues(Utilisateur utilisateur) {
        var textes = EnumSet.of(Texte.of(utilisateur));
        utilisateur.autresRoles().forEach(role -> textes.add(Texte.of(role.profil(), null)));
        var sql = EN_VIGUEUR + """
                        select v.texte, null::uuid as eleve from vigueur v
                         where v.texte = any(:textes) and not exists (
                               select 1 from comptes.accord a
                                where a.charte_id = v.id and a.compte_id = :compte and a.eleve_id is null
                                  and a.reponse <> 'REFUSEE')
                        union all
                        (select v.texte, f.eleve_id from vigueur v
                           join annuaire.famille(:jour) f on f.nature = 'RESPONSABLE' and f.personne_id = any(:personnes)
                                and annuaire.petit(f.niveau)
                          where v.texte = 'ELEVE_CYCLE_1_2' and not exists (
                                select 1 from comptes.accord a
                                 where a.charte_id = v.id and a.compte_id = :compte and a.eleve_id = f.eleve_id)
                          limit 1)
                        """;
        return Lecture.of(
                        sql,
                        Map.of(
                                "jour", LocalDate.now(clock),
                                "textes", textes.stream().map(Texte::name).toArray(String[]::new),
                                "compte", utilisateur.compteId(),
                                "personnes", utilisateur.personnes().toArray(UUID[]::new)),
                        (rs, _) -> Optional.ofNullable(rs.getString("eleve"))
                                .map(_ -> "")
                                .orElse(rs.getString("texte")))
                .map(rows -> new Dues(
                        rows.stream()
                                .filter(texte -> !texte.isEmpty())
                                .map(Texte::valueOf)
                                .collect(Collectors.toSet()),
                        rows.contains("") && utilisateur.is(Profil.PARENT)));
    }

    /// The last answer that this account gave to this text, for itself.
    Optional<Accord> last(UUID compte, Texte texte) {
        return jdbc.sql("""
                        select c.id, c.texte, c.version, c.effet_le, c.corps, encode(a.empreinte, 'hex') as empreinte,
                               a.reponse, a.fait_le
                          from comptes.accord a join comptes.charte c on c.id = a.charte_id
                         where a.compte_id = :compte and a.eleve_id is null and c.texte = :texte
                         order by a.id desc limit 1
                        """)
                .param("compte", compte)
                .param("texte", texte.name())
                .query((rs, row) -> new Accord(
                        Chartes.charte(rs, row),
                        Reponse.valueOf(rs.getString("reponse")),
                        Objects.requireNonNull(rs.getObject("fait_le", OffsetDateTime.class))
                                .atZoneSameInstant(clock.getZone())
                                .toLocalDate()))
                .optional();
    }

    /// Children for whom this account has answered to this version.
    Set<UUID> answeredFor(UUID compte, UUID charte) {
        return new HashSet<>(jdbc.sql("""
                        select eleve_id from comptes.accord
                         where compte_id = :compte and charte_id = :charte and eleve_id is not null
                        """)
                .param("compte", compte)
                .param("charte", charte)
                .query((rs, _) -> rs.getObject("eleve_id", UUID.class))
                .list());
    }

    @Transactional
    public void answer(UUID compte, UUID charte, Reponse reponse) {
        add(compte, charte, reponse, null);
    }

    /// Of these pupils, those for whom the text of the youngest was neither heard by themselves nor with their class.
    public Set<UUID> withoutCharter(Collection<UUID> eleves) {
        return new HashSet<>(jdbc.sql(EN_VIGUEUR + """
                        select c.personne_id from comptes.compte c
                         where c.personne_id = any(:eleves) and not exists (
                               select 1 from comptes.accord a join vigueur v on v.id = a.charte_id
                                where v.texte = 'ELEVE_CYCLE_1_2' and a.compte_id = c.id and a.eleve_id is null)
                        """)
                .param("jour", LocalDate.now(clock))
                .param("eleves", eleves.toArray(UUID[]::new))
                .query((rs, _) -> rs.getObject("personne_id", UUID.class))
                .list());
    }

    /// The teacher has read the text to the class: each child who was still to hear it has.
    @Transactional
    public void heardInClass(Collection<UUID> eleves, UUID charte, UUID par, UUID classe, UUID ecole) {
        int heard = jdbc.sql("""
                        insert into comptes.accord (compte_id, charte_id, empreinte, reponse, fait_le)
                        select c.id, t.id, t.empreinte, 'ENTENDUE', :maintenant
                          from comptes.charte t cross join comptes.compte c
                         where t.id = :charte and c.personne_id = any(:eleves) and not exists (
                               select 1 from comptes.accord a
                                where a.charte_id = t.id and a.compte_id = c.id and a.eleve_id is null)
                        """)
                .param("charte", charte)
                .param("eleves", eleves.toArray(UUID[]::new))
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        if (heard > 0) {
            journal.record(Fait.of(ActeCharte.CHARTE_LUE_EN_CLASSE, charte)
                    .by(par)
                    .inEcole(ecole)
                    .with(Map.of("classe", classe.toString(), "enfants", Integer.toString(heard))));
        }
    }

    @Transactional
    public void answerFor(UUID compte, UUID charte, Collection<UUID> eleves) {
        eleves.forEach(eleve -> add(compte, charte, Reponse.ENTENDUE, eleve));
    }

    private void add(UUID compte, UUID charte, Reponse reponse, @Nullable UUID eleve) {
        jdbc.sql("""
                        insert into comptes.accord (compte_id, charte_id, empreinte, reponse, eleve_id, fait_le)
                        select :compte, id, empreinte, :reponse, :eleve, :maintenant from comptes.charte where id = :charte
                        """)
                .param("compte", compte)
                .param("charte", charte)
                .param("reponse", reponse.name())
                .param("eleve", eleve, java.sql.Types.OTHER)
                .param("maintenant", OffsetDateTime.now(clock))
                .update();
        var acte = switch (reponse) {
            case ACCEPTEE -> ActeCharte.CHARTE_ACCEPTEE;
            case ENTENDUE -> ActeCharte.CHARTE_ENTENDUE;
            case REFUSEE -> ActeCharte.CHARTE_REFUSEE;
        };
        var parCompte = Fait.of(acte, charte).by(compte).inEcoles(utilisateurs.ecoles(compte));
        journal.record(eleve == null ? parCompte : parCompte.with(Map.of("eleve", eleve.toString())));
    }

    /// Everything that this person has to answer is answered: the named people of a demonstration.
    @Transactional
    public void answerAll(Utilisateur utilisateur) {
        var dues = lectures.read(dues(utilisateur));
        for (var texte : dues.textes()) {
            var reponse = texte.heard() ? Reponse.ENTENDUE : Reponse.ACCEPTEE;
            answer(utilisateur.compteId(), enVigueur(texte), reponse);
        }
        if (dues.enfants()) {
            answerFor(utilisateur.compteId(), enVigueur(Texte.ELEVE_CYCLE_1_2), petitsOf(utilisateur));
        }
    }

    private UUID enVigueur(Texte texte) {
        return jdbc.sql(EN_VIGUEUR + "select id from vigueur where texte = :texte")
                .param("jour", LocalDate.now(clock))
                .param("texte", texte.name())
                .query((rs, _) -> rs.getObject("id", UUID.class))
                .single();
    }

    private Set<UUID> petitsOf(Utilisateur responsable) {
        return Set.copyOf(jdbc.sql("""
                        select distinct eleve_id from annuaire.famille(:jour)
                         where nature = 'RESPONSABLE' and personne_id in (:personnes) and annuaire.petit(niveau)
                        """)
                .param("jour", LocalDate.now(clock))
                .param("personnes", responsable.personnes())
                .query((rs, _) -> rs.getObject("eleve_id", UUID.class))
                .list());
    }

    /// @param textes to answer for oneself
    /// @param enfants a young child has a guardian's answer to wait for: this one's
    public record Dues(Set<Texte> textes, boolean enfants) {}

    /// An answer, with the text as it was shown.
    record Accord(Charte charte, Reponse reponse, LocalDate le) {}

    /// What was answered.
    public enum Reponse {
        ACCEPTEE,
        ENTENDUE,
        REFUSEE
    }
}
