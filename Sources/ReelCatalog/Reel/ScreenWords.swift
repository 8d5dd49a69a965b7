/// Words that tell what a line on a picture is, in the five languages; folded as `FoldedText` folds them.
enum ScreenWords {
  /// They make a line a sentence, a lyric or a call, whatever else it names.
  static let ofSentences = words(
    """
    i im you youre me my mine myself we us our ours he him his she her they them it its is are am was were be been who
    whom this that these those here there not dont cant wont can will would could should want wanna gonna when where what
    why if because never always forever ever come comes let lets got get gets give go goes going make makes take
    like love loves loved hate feel feels know think say said tell need needs tonight night away again only just
    save follow share comment link bio subscribe please thanks welcome buy sale don
    yo mi mis nosotros ella ellos eso esto esta este son soy eres quiero quieres amor noche cuando donde porque siempre
    nunca solo guarda sigue comparte comenta
    eu voce meu minha nos ele ela isso nao comigo quero quando onde porque sempre nunca salve siga compartilhe comente
    tu moi toi mon ma mes nous vous elle ils elles cest est sont suis pas quand parce toujours jamais enregistre
    abonne partage commente
    ich du mich mir dich dir mein meine meinen wir uns ihr sie es ist sind bin bist war nicht kein keine wenn weil immer
    nie niemals nur speichern folge teile kommentiere
    """)

  /// Greetings that are names of exercises, too, when they are all that a line says.
  static let greetings: Set<String> = ["good morning"]

  /// Beside a name they make it a place, a team or a brand: "DEADLIFT CLUB".
  static let ofPlaces = words(
    """
    club gym gyms fitness studio academy university college school lab labs house rack racks area zone room center centre
    crew team nation company store shop podcast championship championships cup league box crossfit
    gimnasio academia estudio centro sala equipo tienda loja equipe clube escola escuela
    salle centre ecole boutique verein halle zentrum schule laden praxis studios
    """)

  /// They frame a name without saying anything: "Exercise 3:", "Next up", "How to".
  static let ofFrames = words(
    """
    exercise exercises move moves movement drill drills day week part level round set sets number no nr station library
    tutorial demo how to next up now today week beginner intermediate advanced option version variation variations
    variante variantes progression regression workout routine program warm cool down circuit superset finisher bonus start
    unilateral bilateral alternating slow light easy heavy assisted isometric dynamic static basic advanced ref
    ejercicio ejercicios dia semana parte nivel ronda serie series numero siguiente ahora hoy opcion rutina
    alterno alterna ligero ligera lento lenta
    exercicio exercicios proximo agora hoje opcao variacao treino leve leves alternado alternada isometria
    exercice exercices jour semaine partie niveau tour serie suivant maintenant aujourdhui numero leger legere lent lente
    ubung ubungen uebung tag woche teil stufe runde satz satze nachste nachster jetzt heute leicht leichte langsam
    """)

  /// They belong to a dose: "30 s each side", "3 sets of 12".
  static let ofDoses = words(
    """
    s sec secs second seconds min mins minute minutes rep reps repetition repetitions set sets times round rounds hold
    holds each per side sides leg legs arm way both
    seg segs segundo segundos minuto minutos repeticion repeticiones series serie veces cada lado lados pierna piernas
    mantener ambos ambas
    repeticao repeticoes vezes perna pernas segure
    seconde secondes repetitions series fois chaque cote cotes jambe jambes par tenir
    sek sekunde sekunden minuten wiederholung wiederholungen wdh satz satze mal jede jeder je seite seiten bein beine pro
    halten
    """)

  /// They join the words of names: articles, prepositions, "and".
  static let joining = words(
    """
    the a an of with and or to in on at for from by per each vs x over under into onto through between behind
    el la los las un una de del con y o en para por al a sobre bajo entre
    o os as um uma do da dos das com e em no na ao ou
    le les l d du des et ou avec sur au aux un une sous en
    der die das den dem des ein eine einen mit und oder im am an auf aus zu zum zur je pro fur von vor uber
    unter durch zwischen
    """)

  /// Before a number they count, and name nothing: "SET 2", "Day 3", "Rest 15 s".
  static let counting = words(
    """
    set sets rep reps round rounds day week part level step rest time left go min sec timer lap number no nr
    serie series ronda rondas repeticion dia semana parte nivel descanso pausa tiempo
    rodada rodadas repeticao tempo
    tour tours jour semaine partie niveau repos temps
    satz runde tag woche teil stufe pause zeit wdh
    """)

  /// A break between exercises, which is no dose of one.
  static let resting = words("rest descanso pausa repos pause descansa break recover recovery erholung")

  /// Lines of these alone are the marks of apps.
  static let ofApps = words(
    """
    tiktok tik tok capcut inshot instagram insta reels reel youtube shorts snapchat facebook kinemaster vivavideo filmora
    canva splice imovie vn likee lemon8 pinterest threads made with by edited via app com music video editor
    """)

  /// One of these has to be among them.
  static let namesOfApps = words(
    """
    tiktok tok capcut inshot instagram insta reels youtube shorts snapchat facebook kinemaster vivavideo filmora canva
    splice imovie likee lemon8 pinterest
    """)

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
