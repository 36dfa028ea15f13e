-- The charter: five texts, each with its versions and the day from which it is asked. A version is never changed: what
-- somebody accepted can always be shown again, and its print compared.
create table comptes.charte (
    id uuid primary key default uuidv7(),
    texte text not null check (texte in ('ELEVE_CYCLE_1_2', 'ELEVE_CYCLE_3', 'PARENT', 'PERSONNEL', 'COMMUNE')),
    version int not null,
    langue text not null default 'fr',
    effet_le date not null,           -- asked at sign-ins from this day on
    corps text not null,              -- plain text: '# title', '## [icon] heading', '- item'
    empreinte bytea not null,         -- SHA-256 of corps
    publie_par uuid,                  -- account; null: shipped with the application
    created_at timestamptz not null default now(),
    unique (texte, langue, version),
    check (empreinte = sha256(convert_to(corps, 'UTF8')))
);

-- What each account answered, to which version. Rows are added, never changed; they go with the account alone.
create table comptes.accord (
    id uuid primary key default uuidv7(),
    compte_id uuid not null,
    charte_id uuid not null references comptes.charte,
    empreinte bytea not null,         -- of the text as it was shown
    reponse text not null check (reponse in ('ACCEPTEE', 'ENTENDUE', 'REFUSEE')),
    eleve_id uuid,                    -- the pupil for whom a guardian answers; null: for oneself
    fait_le timestamptz not null
);
create index on comptes.accord (compte_id, charte_id);
create index on comptes.accord (eleve_id) where eleve_id is not null;

create function comptes.charte_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'comptes.charte is append-only';
end $$;
create trigger append_only before update or delete on comptes.charte
    for each row execute function comptes.charte_refuse_change();
create trigger append_only_whole before truncate on comptes.charte
    for each statement execute function comptes.charte_refuse_change();

create function comptes.accord_refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and not exists (select 1 from comptes.compte c where c.id = old.compte_id) then
        return old;
    end if;
    raise exception 'comptes.accord is append-only';
end $$;
create trigger append_only before update or delete on comptes.accord
    for each row execute function comptes.accord_refuse_change();
create trigger append_only_whole before truncate on comptes.accord
    for each statement execute function comptes.charte_refuse_change();

insert into comptes.charte (texte, version, effet_le, corps, empreinte)
select texte, 1, date '2026-09-01', corps, sha256(convert_to(corps, 'UTF8')) from (values
('ELEVE_CYCLE_1_2', $charte$# Les règles de ma classe
Huit règles, pour être bien ensemble.

## [cle] Mon image, je la garde pour moi.
## [fleur] Je parle et j’écris gentiment.
## [album] Je demande avant de montrer une photo.
## [parapluie] Je préviens un grand si ça me gêne.
## [maison] Ici, c’est pour l’école.
## [dessin] Je fais mon travail tout seul.
## [fini] À la fin, je touche « C’est fini ».
## [voix] Si j’oublie une règle, on en parle.$charte$),
('ELEVE_CYCLE_3', $charte$# La charte des élèves
Tu vas travailler et écrire avec l’ENT-École. Lis ces règles tranquillement : elles te protègent, et elles protègent les autres.

## [cle] Mes mots secrets sont à moi
Je ne les donne à personne, même à ma meilleure amie ou à mon meilleur ami. Si quelqu’un les connaît, je le dis tout de suite à l’école, qui m’en donne d’autres. Quand j’ai fini, je me déconnecte.

## [enveloppe] Je reste poli
J’écris comme je parlerais en face. Pas d’insulte, pas de moquerie, pas de fausse nouvelle sur quelqu’un. Je n’écris jamais à la place d’un autre.

## [photo] Je demande avant de montrer quelqu’un
Je ne montre pas la photo, la vidéo ou la voix d’une personne sans son accord et celui de ses parents.

## [livre] Je respecte ce que les autres ont fait
Un texte, un dessin, une musique ont un auteur. Je ne fais pas comme si c’était moi : je dis d’où cela vient.

## [crayon] L’ENT sert à l’école
Je m’en sers pour apprendre et pour échanger avec ma classe.

## [drapeau] Je dis ce qui ne va pas
Si un message ou une image me gêne, je le montre à un adulte de l’école ou à mes parents. Se moquer toujours du même, le menacer, le mettre à l’écart, c’est du harcèlement : c’est interdit par la loi. Le 3018 répond gratuitement, et sans le dire à personne.

## [oeil] Ce que je fais laisse une trace
L’ENT garde l’heure à laquelle j’entre. En cas de problème, l’école peut savoir qui a écrit quoi.

## [groupe] Si j’oublie une règle
Mon maître ou ma maîtresse en parle avec moi, et avec mes parents si c’est grave. Mon entrée peut être fermée le temps d’en parler.$charte$),
('PARENT', $charte$# La charte des familles
Elle vaut pour tous les responsables des élèves de l’école. L’ENT-École est un service public : rien n’y est vendu, et vos données n’y servent qu’à l’école (arrêté du 30 novembre 2006).

## [cle] Mon entrée est à moi
Je ne prête pas mon accès, même à mon enfant ou à l’autre parent : chacun a le sien et répond pour lui-même. Si je crois que quelqu’un le connaît, je le dis à l’école. Mon accès se ferme au plus tard trois mois après le départ de mon enfant.

## [horloge] Les messages suivent les heures de l’école
Le soir, la nuit et le week-end, ils attendent. Pour une urgence, une absence de dernière minute, un enfant à récupérer, je téléphone à l’école.

## [enveloppe] Je reste courtois
J’écris comme je parlerais au portail, avec mesure, y compris quand je ne suis pas d’accord.

## [photo] Les photos restent ici
Je ne publie pas ailleurs l’image d’un autre enfant, ni celle d’une personne de l’école. Je ne copie pas pour d’autres ce qui m’est montré.

## [cadenas] Mes données restent les miennes
Je peux les voir, les faire corriger, m’opposer ou demander une limite. Ce qui est faux se corrige d’abord à l’école.

## [aide] L’aide, c’est l’école
Code perdu, enfant absent de ma page, erreur : je m’adresse à l’école, qui connaît ma famille. Personne ne me demandera mon mot de passe.

## [drapeau] Je signale ce qui ne va pas
Un contenu qui choque, une moquerie, une image sans accord : je le dis à l’enseignante, à l’enseignant ou à la direction, qui dirige la publication.

## [bouclier] Ce que la loi punit
L’école est tenue de vous les nommer. Dans l’ENT comme ailleurs, sont des infractions :
- l’injure, la diffamation, la provocation à la haine ou à la discrimination (loi du 29 juillet 1881) ;
- le harcèlement, scolaire ou en ligne, et les menaces (code pénal, articles 222-33-2-2, 222-33-2-3 et 222-17) ;
- l’atteinte à la vie privée et à l’image d’autrui (code pénal, articles 226-1 à 226-2-1) ;
- l’usurpation d’identité, et l’usage de l’accès d’un autre (code pénal, articles 226-4-1 et 323-1) ;
- le détournement de données personnelles (code pénal, articles 226-16 à 226-22) ;
- la contrefaçon : reprendre un texte, une image, une musique sans en avoir le droit (code de la propriété intellectuelle, article L. 335-2) ;
- tout contenu violent, haineux ou pornographique accessible à un enfant (code pénal, articles 227-23 et 227-24).

## [info] Si une règle n’est pas respectée
Le contenu est retiré. L’accès peut être limité ou fermé, le temps d’en parler ; les suites disciplinaires ou judiciaires restent possibles.$charte$),
('PERSONNEL', $charte$# La charte des personnels
Elle vaut pour les équipes des écoles et pour les personnes de l’académie et de la région académique. Elle complète la charte des systèmes d’information de l’académie.

## [cle] Un accès personnel
Mon accès est à moi seul. Je ne le prête pas, je me déconnecte d’un poste partagé, je signale aussitôt une perte ou un doute. Il se ferme quand je n’exerce plus cette fonction.

## [bouclier] Neutralité, discrétion, correction, dignité
Ces devoirs de toute communication publique valent dans chaque message, dans chaque page (article 6 de la convention). La laïcité s’y applique comme dans l’école.

## [cadenas] Les données des élèves
- Je ne regarde que celles dont ma fonction a besoin.
- Je n’écris aucune donnée médicale, sociale ou familiale dans un texte libre.
- Je ne les sors pas de l’ENT : ni liste emportée, ni copie, ni autre service.
- J’aide chacun à exercer ses droits : être informé, accéder, rectifier, s’opposer, limiter (article 8 de la convention).

## [photo] Les autorisations d’abord
Avant de montrer une image, une voix ou un travail d’élève, je vérifie l’autorisation écrite. Pour un texte, une image ou une musique, je vérifie que j’en ai le droit, et je cite l’auteur.

## [lune] Le droit à la déconnexion
Personne n’est tenu de lire ni de répondre le soir, le week-end ou pendant les congés. Mes envois partent aux heures de l’école.

## [signature] La direction de publication
La directrice ou le directeur d’école dirige la publication des espaces de son école. Elle ou il veille à ce que rien d’illicite, d’injurieux ou de diffamatoire n’y paraisse, et peut retirer un contenu. Le référent ville l’est pour les espaces de la commune.

## [groupe] J’accompagne les élèves
J’explique les règles à la classe. Quand j’ouvre la classe sur un appareil, je reste présent jusqu’à ce que je la ferme. Un signe de harcèlement se transmet le jour même à la direction.

## [oeil] Des traces et des contrôles
Les entrées et les actes importants sont inscrits dans un journal, lu par la direction de l’école et par l’administration régionale dans la limite de leurs fonctions.

## [bouclier] Ce que la loi punit
L’école est tenue de vous les nommer. Dans l’ENT comme ailleurs, sont des infractions :
- l’injure, la diffamation, la provocation à la haine ou à la discrimination (loi du 29 juillet 1881) ;
- le harcèlement, scolaire ou en ligne, et les menaces (code pénal, articles 222-33-2-2, 222-33-2-3 et 222-17) ;
- l’atteinte à la vie privée et à l’image d’autrui (code pénal, articles 226-1 à 226-2-1) ;
- l’usurpation d’identité, et l’usage de l’accès d’un autre (code pénal, articles 226-4-1 et 323-1) ;
- le détournement de données personnelles (code pénal, articles 226-16 à 226-22) ;
- la contrefaçon : reprendre un texte, une image, une musique sans en avoir le droit (code de la propriété intellectuelle, article L. 335-2) ;
- tout contenu violent, haineux ou pornographique accessible à un enfant (code pénal, articles 227-23 et 227-24) ;
- la violation du secret professionnel (code pénal, article 226-13).

## [info] Si une règle n’est pas respectée
Le contenu est retiré. L’accès peut être limité ou fermé, le temps d’en parler ; les suites disciplinaires ou judiciaires restent possibles.$charte$),
('COMMUNE', $charte$# La charte des communes
Elle vaut pour les élus et les agents qui entrent dans l’ENT-École au nom de leur commune.

## [cle] Un accès personnel
Mon accès est à moi seul : je ne le prête pas à un collègue. Je me déconnecte, et je signale aussitôt une perte ou un doute. Il se ferme avec ma fonction.

## [mairie] Des informations strictement municipales
Je publie ce qui touche à la vie de l’école dont la commune a la charge : cantine, périscolaire, transports, travaux, bâtiments.

## [bouclier] Neutralité, discrétion, correction, dignité
Ces devoirs valent dans chaque texte (article 6 de la convention). Ni propagande, ni bilan, ni appel à voter, ni attaque d’une personne. À l’approche d’une élection, je m’en tiens aux informations pratiques.

## [cadenas] Aucune donnée d’élève
Je n’ai accès à aucun élève, à aucune classe, à aucun message de famille, et je ne cherche pas à en avoir. Un nombre trop petit est masqué. Les droits de chacun sur ses données s’exercent auprès de la région académique et de l’école (article 8 de la convention).

## [photo] Les autorisations d’abord
Je ne montre aucun enfant sans l’accord écrit de ses responsables. Pour un texte, une image ou une musique, je vérifie que j’en ai le droit, et je cite l’auteur.

## [signature] La direction de publication
Le référent ville dirige la publication des espaces de la commune. Il veille à ce que rien d’illicite, d’injurieux ou de diffamatoire n’y paraisse, et peut retirer un contenu.

## [lune] Le droit à la déconnexion
Personne n’est tenu de lire ni de répondre le soir, le week-end ou pendant les congés.

## [bouclier] Ce que la loi punit
L’école est tenue de vous les nommer. Dans l’ENT comme ailleurs, sont des infractions :
- l’injure, la diffamation, la provocation à la haine ou à la discrimination (loi du 29 juillet 1881) ;
- le harcèlement, scolaire ou en ligne, et les menaces (code pénal, articles 222-33-2-2, 222-33-2-3 et 222-17) ;
- l’atteinte à la vie privée et à l’image d’autrui (code pénal, articles 226-1 à 226-2-1) ;
- l’usurpation d’identité, et l’usage de l’accès d’un autre (code pénal, articles 226-4-1 et 323-1) ;
- le détournement de données personnelles (code pénal, articles 226-16 à 226-22) ;
- la contrefaçon : reprendre un texte, une image, une musique sans en avoir le droit (code de la propriété intellectuelle, article L. 335-2) ;
- tout contenu violent, haineux ou pornographique accessible à un enfant (code pénal, articles 227-23 et 227-24).

## [info] Si une règle n’est pas respectée
Le contenu est retiré. L’accès peut être limité ou fermé, le temps d’en parler ; les suites disciplinaires ou judiciaires restent possibles.$charte$)
) as premiere (texte, corps);
