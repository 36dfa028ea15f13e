package fr.entecole.comptes.codes;

import fr.entecole.comptes.ActeComptes;
import fr.entecole.comptes.Comptes;
import fr.entecole.comptes.Hachage;
import fr.entecole.comptes.Utilisateurs;
import fr.entecole.comptes.sessions.Sessions;
import fr.entecole.journal.Journal;
import fr.entecole.journal.Journal.Fait;
import fr.entecole.socle.Registre;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Codes of pupils from CE2 to CM2, which become their passwords the first time they are used. Only their Argon2id is
/// kept: a sheet cannot be printed again, another is drawn, and the last two of a pupil stay good. Younger pupils come
/// in by their class's page and get none. Who may hand one to whom is judged by the caller. ADR 0014, 0015.
@Component
public class CodesEleves {

    private static final int IN_FORCE = 2;

    private final JdbcClient jdbc;
    private final Hachage hachage;
    private final Codes codes;
    private final Sessions sessions;
    private final Comptes comptes;
    private final Utilisateurs utilisateurs;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CodesEleves(
            JdbcClient jdbc,
            Hachage hachage,
            Codes codes,
            Sessions sessions,
            Comptes comptes,
            Utilisateurs utilisateurs,
            Journal journal,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.hachage = hachage;
        this.codes = codes;
        this.sessions = sessions;
        this.comptes = comptes;
        this.utilisateurs = utilisateurs;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// A new code for each of these pupils; the one before it stays good, and so does their password.
    ///
    /// @param par account of who hands them
    /// @param ecole school whose head may read of it in the journal
    /// @return the codes as they are printed, by pupil; those below CE2, or without an account, are left out
    public Map<UUID, String> issue(Collection<UUID> eleves, UUID par, @Nullable UUID ecole) {
        var prepared = prepare(eleves, par, ecole);
        transaction.executeWithoutResult(_ -> prepared.keep().run());
        return prepared.codes();
    }

    /// The same, to be kept when their sheets are whole.
    public Preparation prepare(Collection<UUID> eleves, UUID par, @Nullable UUID ecole) {
        var drawn = draw(eleves);
        return new Preparation(
                shown(drawn),
                () -> {
                    if (!drawn.isEmpty()) {
                        keep(drawn, par, ecole, ActeComptes.CODE_REMIS);
                    }
                },
                () -> drop(drawn));
    }

    /// A new code for one pupil, whose codes and password are void from now on: another may know them.
    ///
    /// @throws IllegalArgumentException no account, or a pupil below CE2
    public String reissue(UUID eleve, UUID par, @Nullable UUID ecole) {
        var drawn = draw(List.of(eleve));
        if (drawn.isEmpty()) {
            throw new IllegalArgumentException("no password for this pupil");
        }
        transaction.executeWithoutResult(_ -> {
            var compte = drawn.getFirst().compte();
            codes.voidAll(compte, "REDONNE");
            jdbc.sql("update comptes.compte set mot_de_passe = null where id = :id")
                    .param("id", compte)
                    .update();
            sessions.endAll(List.of(compte));
            keep(drawn, par, ecole, ActeComptes.CODE_REDONNE);
        });
        return drawn.getFirst().code();
    }

    /// The code that this pupil typed becomes their password, and voids their other codes, in the transaction of the
    /// entry.
    ///
    /// @param encode the code as it is kept
    /// @return false when it was used or voided meanwhile
    public boolean use(UUID compte, String encode, String adresse) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int mine = jdbc.sql("""
                        update comptes.code set utilise_le = :now
                         where compte_id = :compte and mot_de_passe = :encode
                           and utilise_le is null and annule_le is null and expire_le > :now
                        """)
                .param("compte", compte)
                .param("encode", encode)
                .param("now", now)
                .update();
        if (mine == 0) {
            return false;
        }
        codes.voidAll(compte, "AUTRE");
        jdbc.sql(
                        "update comptes.compte set mot_de_passe = :encode, active_le = coalesce(active_le, :now) where id = :id")
                .param("encode", encode)
                .param("now", now)
                .param("id", compte)
                .update();
        sessions.endAll(List.of(compte));
        comptes.renew(compte);
        journal.record(Fait.of(ActeComptes.CODE_UTILISE, compte)
                .by(compte)
                .from(adresse)
                .inEcoles(utilisateurs.ecoles(compte)));
        return true;
    }

    /// Hashed before any transaction, and a few at a time: a whole school takes half a minute of two cores, and people
    /// who sign in meanwhile get their turn between two of them.
    private List<Nouveau> draw(Collection<UUID> eleves) {
        var comptes = comptes(eleves);
        var drawn = comptes.keySet().stream().map(_ -> CodeEleve.draw()).toList();
        var encoded = hachage.encodeAll(drawn.stream().map(CodeEleve::canonical).toList());
        List<Nouveau> nouveaux = new ArrayList<>();
        for (var compte : comptes.entrySet()) {
            int i = nouveaux.size();
            nouveaux.add(new Nouveau(compte.getKey(), compte.getValue(), drawn.get(i), encoded.get(i)));
        }
        return nouveaux;
    }

    private Map<UUID, UUID> comptes(Collection<UUID> eleves) {
        Map<UUID, UUID> comptes = new LinkedHashMap<>();
        if (eleves.isEmpty()) {
            return comptes;
        }
        jdbc.sql("""
                        select distinct c.personne_id, c.id, f.niveau
                          from comptes.compte c join annuaire.famille(:jour) f on f.personne_id = c.personne_id
                         where c.nature = 'ELEVE' and f.nature = 'ELEVE' and c.personne_id = any(:eleves)
                        """)
                .param("jour", LocalDate.now(clock))
                .param("eleves", eleves.toArray(UUID[]::new))
                .query(rs -> {
                    if (!Registre.ofNiveau(rs.getString("niveau")).petits()) {
                        comptes.put(rs.getObject("personne_id", UUID.class), rs.getObject("id", UUID.class));
                    }
                });
        return comptes;
    }

    private void keep(List<Nouveau> nouveaux, UUID par, @Nullable UUID ecole, ActeComptes acte) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var comptes = nouveaux.stream().map(Nouveau::compte).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into comptes.code (compte_id, mot_de_passe, remis_par, created_at, expire_le)
                        select n.compte, n.secret, :par, :now, :expire from unnest(:comptes, :secrets) as n (compte, secret)
                        """)
                .param("comptes", comptes)
                .param("secrets", nouveaux.stream().map(Nouveau::encode).toArray(String[]::new))
                .param("par", par)
                .param("now", now)
                .param("expire", codes.until().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        update comptes.code set annule_le = :now where id in (
                            select id from (
                                select id, row_number() over (partition by compte_id order by id desc) as rang
                                  from comptes.code
                                 where compte_id = any(:comptes) and utilise_le is null and annule_le is null
                                   and expire_le > :now) k
                             where rang > :garde)
                        """)
                .param("comptes", comptes)
                .param("now", now)
                .param("garde", IN_FORCE)
                .update();
        codes.record(acte, List.of(comptes), par, ecole);
    }

    private void drop(List<Nouveau> nouveaux) {
        jdbc.sql("""
                        update comptes.code set annule_le = :now
                         where compte_id = any(:comptes) and mot_de_passe = any(:secrets) and annule_le is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("comptes", nouveaux.stream().map(Nouveau::compte).toArray(UUID[]::new))
                .param("secrets", nouveaux.stream().map(Nouveau::encode).toArray(String[]::new))
                .update();
    }

    private static Map<UUID, String> shown(List<Nouveau> nouveaux) {
        Map<UUID, String> codes = new HashMap<>();
        nouveaux.forEach(nouveau -> codes.put(nouveau.eleve(), nouveau.code()));
        return codes;
    }

    private record Nouveau(UUID eleve, UUID compte, String code, String encode) {}
}
